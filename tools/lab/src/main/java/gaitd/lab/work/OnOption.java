package gaitd.lab.work;

import gaitd.runtime.config.ConfigException;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Option {@code --on}. */
public final class OnOption {
    private static final String NAME = "--on";
    private static final String LOCAL = "local";
    private static final Pattern MASTER = Pattern.compile(
            "local\\[([1-9][0-9]{0,3}|\\*)]|local-cluster\\[ *[1-9][0-9]{0,3} *, *[1-9][0-9]{0,3} *, *[1-9][0-9]{0,6} *]|spark://[^\\s:]+:[0-9]{1,5}(,[^\\s:]+:[0-9]{1,5})*");

    @Option(
            names = NAME,
            paramLabel = "WHERE",
            defaultValue = LOCAL,
            description = "who does the work: local (threads of this process), or Apache Spark at spark://HOST:PORT, at"
                    + " local-cluster[EXECUTORS,CORES,MB] or in local[CORES]; the figures are the same (default"
                    + " ${DEFAULT-VALUE})")
    private String where = LOCAL;

    /** Made by picocli. */
    public OnOption() {}

    /**
     * Whether this process does it all.
     *
     * @return true without a cluster
     */
    public boolean isLocal() {
        return where.equals(LOCAL);
    }

    /**
     * Opens what does the work.
     *
     * @param threads of this process, where it is to do it
     * @return to be closed
     * @throws ConfigException in one line for a place that is none
     * @throws gaitd.runtime.config.Refusal in one line when nobody is there
     */
    public WorkPool open(final int threads) {
        if (isLocal()) {
            return new LocalPool(threads);
        }
        if (!MASTER.matcher(where).matches()) {
            throw new ConfigException(
                    NAME + " " + where
                            + ": is no place; expected local, spark://HOST:PORT, local-cluster[EXECUTORS,CORES,MB] or local[CORES]");
        }
        return ServiceLoader.load(WorkCluster.class)
                .findFirst()
                .orElseThrow(
                        () -> new ConfigException(
                                NAME + " " + where
                                        + ": needs the module for Spark, which is not part of this program; call ./gaitd of the source tree, which builds it"))
                .open(where);
    }
}
