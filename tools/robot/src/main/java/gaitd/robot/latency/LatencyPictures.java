package gaitd.robot.latency;

import gaitd.runtime.config.Refusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Draws the results of a measurement. Found by {@link ServiceLoader}: a robot has no plotting library. */
public interface LatencyPictures {
    /**
     * Draws the distributions of some conditions, or says in one line why it cannot.
     *
     * @param conditions what was measured, not modified
     * @param folder where to
     * @param err where the line goes
     */
    void write(List<ConditionResult> conditions, Path folder, PrintWriter err);

    /**
     * What draws here.
     *
     * @return the installed one
     * @throws Refusal when none is
     */
    static LatencyPictures installed() {
        return ServiceLoader.load(LatencyPictures.class)
                .findFirst()
                .orElseThrow(() -> new Refusal("--plot is not possible here: plots come with the package gaitd-lab;"
                        + " install that with apt beside gaitd, or leave --plot out"));
    }
}
