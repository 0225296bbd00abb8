package ai.fastrouter.camel.examples.jingle;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Where jobs and ledger are kept: H2 in a file, or PostgreSQL. */
record Database(HikariDataSource source, JdbcAggregationRepository jobs) implements AutoCloseable {

    /** The address of a database in a directory. */
    static String h2(Path directory) {
        // by default H2 writes half a second after the commit, and closes itself in the middle of Camel's shutdown
        return "jdbc:h2:file:" + directory.toAbsolutePath().resolve("jobs") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Opens a database and makes the tables that it has not yet. */
    static Database open(String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        for (String table : new String[] {"jobs", "jobs_completed"}) {
            jdbc.execute("CREATE TABLE IF NOT EXISTS " + table
                    + " (id VARCHAR(255) NOT NULL PRIMARY KEY, exchange BYTEA NOT NULL, version BIGINT NOT NULL)");
        }
        jdbc.execute("CREATE TABLE IF NOT EXISTS jingles"
                + " (title VARCHAR(200) NOT NULL PRIMARY KEY, job VARCHAR(200), state VARCHAR(20) NOT NULL)");
        return new Database(source, repository(source));
    }

    private static JdbcAggregationRepository repository(DataSource source) {
        return new JdbcAggregationRepository(new DataSourceTransactionManager(source), "jobs", source);
    }

    @Override
    public void close() {
        source.close();
    }
}
