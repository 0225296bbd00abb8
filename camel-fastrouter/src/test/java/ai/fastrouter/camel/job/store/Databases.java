package ai.fastrouter.camel.job.store;

import javax.sql.DataSource;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Databases with the two tables that camel-sql's repositories want. */
public final class Databases {

    private Databases() {}

    /** An H2 database in memory that lives as long as its pool. */
    public static JdbcConnectionPool h2(String name) {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
        createTables(pool, "BLOB");
        return pool;
    }

    /** Makes the tables {@code jobs} and {@code jobs_completed}. */
    public static void createTables(DataSource database, String bytes) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (String table : new String[] {"jobs", "jobs_completed"}) {
            jdbc.execute("CREATE TABLE IF NOT EXISTS " + table + " (id VARCHAR(255) NOT NULL PRIMARY KEY, exchange "
                    + bytes + " NOT NULL, version BIGINT NOT NULL)");
        }
    }

    /** A repository over those tables, not started. */
    public static JdbcAggregationRepository repository(DataSource database) {
        return new JdbcAggregationRepository(new DataSourceTransactionManager(database), "jobs", database);
    }
}
