package ai.fastrouter.camel.operations.jmx;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.operations.stats.CallStatistics;
import ai.fastrouter.camel.operations.stats.JobList;
import ai.fastrouter.camel.operations.stats.ModelFigures;
import ai.fastrouter.camel.operations.stats.ShownJob;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** Figures as JMX tables, which any JMX client shows without our classes. */
final class Tables {

    private static final String[] FAILURE = {"category", "calls"};
    private static final String[] MODEL = {"model", "calls", "failures", "inputTokens", "outputTokens", "cost"};

    private static final String[] JOB = {"id", "model", "state", "queuePosition", "ageSeconds", "polls", "collector"};
    private static final int JOBS_AT_MOST = 1000;

    private Tables() {}

    static TabularData failures(CallStatistics statistics) throws OpenDataException {
        CompositeType row = row("failure", FAILURE, SimpleType.STRING, SimpleType.LONG);
        TabularData table = new TabularDataSupport(new TabularType("failures", "failures", row, key(FAILURE)));
        for (Map.Entry<ErrorCategory, Long> failure : statistics.failures().entrySet()) {
            table.put(new CompositeDataSupport(
                    row, FAILURE, new Object[] {failure.getKey().name(), failure.getValue()}));
        }
        return table;
    }

    static TabularData models(CallStatistics statistics) throws OpenDataException {
        CompositeType row = row(
                "model",
                MODEL,
                SimpleType.STRING,
                SimpleType.LONG,
                SimpleType.LONG,
                SimpleType.LONG,
                SimpleType.LONG,
                SimpleType.BIGDECIMAL);
        TabularData table = new TabularDataSupport(new TabularType("models", "models", row, key(MODEL)));
        for (ModelFigures model : statistics.models()) {
            table.put(new CompositeDataSupport(row, MODEL, new Object[] {
                model.model(), model.calls(), model.failures(), model.inputTokens(), model.outputTokens(), model.cost()
            }));
        }
        return table;
    }

    static TabularData jobs(JobList jobs) throws OpenDataException {
        CompositeType row = row(
                "job",
                JOB,
                SimpleType.STRING,
                SimpleType.STRING,
                SimpleType.STRING,
                SimpleType.INTEGER,
                SimpleType.LONG,
                SimpleType.INTEGER,
                SimpleType.STRING);
        TabularData table = new TabularDataSupport(new TabularType("jobs", "jobs", row, key(JOB)));
        for (ShownJob job : jobs.list(JOBS_AT_MOST)) {
            Long age = job.age() == null ? null : job.age().toSeconds();
            CompositeData shown = new CompositeDataSupport(row, JOB, new Object[] {
                job.id(), job.model(), job.state(), job.position(), age, job.polls(), job.collector()
            });
            if (!table.containsKey(new Object[] {job.id()})) {
                table.put(shown);
            }
        }
        return table;
    }

    private static CompositeType row(String name, String[] columns, OpenType<?>... types) throws OpenDataException {
        return new CompositeType(name, name, columns, columns, types);
    }

    /** Each table is keyed by its first column. */
    private static String[] key(String[] columns) {
        return new String[] {columns[0]};
    }
}
