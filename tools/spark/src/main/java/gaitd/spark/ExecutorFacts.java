package gaitd.spark;

import gaitd.runtime.config.Version;
import gaitd.sim.batch.Batches;
import java.io.Serializable;

/**
 * What a process has to have in common with another for the same unit of work to give the same bits.
 *
 * @param version of this program
 * @param java major version
 * @param processor architecture
 * @param vectors whether it has the module for vectors
 */
record ExecutorFacts(String version, int java, String processor, boolean vectors) implements Serializable {
    /** This process. */
    static ExecutorFacts here() {
        return new ExecutorFacts(
                Version.TEXT, Runtime.version().feature(), System.getProperty("os.arch"), Batches.vectors());
    }
}
