package gaitd.robot.latency;

import gaitd.runtime.config.Refusal;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Draws the results of a measurement. Found by {@link ServiceLoader}: a robot has no plotting library. */
public interface LatencyPictures {
    /**
     * Draws the distributions of a condition.
     *
     * @param condition the results, not modified
     * @param folder where to
     */
    void write(Condition condition, Path folder);

    /**
     * What draws here.
     *
     * @return the installed one
     * @throws Refusal when none is
     */
    static LatencyPictures installed() {
        return ServiceLoader.load(LatencyPictures.class)
                .findFirst()
                .orElseThrow(() -> new Refusal("--plots is not possible here: plots come with the package gaitd-lab;"
                        + " install that with apt beside gaitd, or leave --plots out"));
    }
}
