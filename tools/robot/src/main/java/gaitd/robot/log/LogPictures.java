package gaitd.robot.log;

import gaitd.runtime.config.Refusal;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Draws what is in recordings. Found by {@link ServiceLoader}: a robot has no plotting library. */
public interface LogPictures {
    /**
     * Refuses where nothing can be drawn.
     *
     * @throws Refusal in one line that names what is missing
     */
    void need();

    /**
     * Draws lines over time.
     *
     * @param series at least one point
     * @param file a PNG, replaced
     * @throws Refusal in one line when it cannot be written
     */
    void write(LogSeries series, Path file);

    /**
     * What draws here.
     *
     * @return the installed one
     * @throws Refusal when none is
     */
    static LogPictures installed() {
        return ServiceLoader.load(LogPictures.class)
                .findFirst()
                .orElseThrow(() -> new Refusal("log plot is not possible here: it comes with the package gaitd-lab;"
                        + " install that with apt beside gaitd, or use a source tree"));
    }
}
