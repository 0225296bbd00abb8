package ai.fastrouter.camel.job.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** Makes the tables {@code jobs} and {@code jobs_completed} as the documentation says. */
    public static void createTables(DataSource database, String bytes) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (String statement : documented().split(";")) {
            if (!statement.isBlank()) {
                jdbc.execute(statement
                        .replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS")
                        .replace("BLOB", bytes));
            }
        }
    }

    private static String documented() {
        try (InputStream file = Databases.class.getResourceAsStream("/docs/jobs.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A repository over those tables, not started. */
    public static JdbcAggregationRepository repository(DataSource database) {
        return new JdbcAggregationRepository(new DataSourceTransactionManager(database), "jobs", database);
    }
}
