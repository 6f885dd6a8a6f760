package gaitd.robot.film;

import gaitd.robot.cli.Outputs;
import gaitd.robot.report.RunMonitor;
import gaitd.runtime.config.Refusal;
import gaitd.sim.terrain.Terrain;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of commands that can film what a robot does. */
public final class FilmOption {
    private static final String NAME = "--video";
    private static final int RATE_HZ = 12;

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description =
                    "film the walk, its first minute: FILE.png becomes an animated PNG, FILE.mp4 is made by ffmpeg")
    private Path file;

    private FilmCrew crew;

    /** Made by picocli. */
    public FilmOption() {}

    /**
     * Refuses a file that no film can be made into, before the run.
     *
     * @throws Refusal in one line where nothing that draws is installed
     */
    public void check() {
        Outputs.check(file, NAME);
        if (file != null) {
            studio().check(file);
        }
    }

    /**
     * Makes ready for a run.
     *
     * @param ground under the robot
     */
    public void begin(final Terrain ground) {
        crew = file == null ? null : new FilmCrew(ground, studio(), file, RATE_HZ);
    }

    /**
     * Looks on beside another monitor of the run, where a film is asked for.
     *
     * @param other sees every frame
     * @return to be called in its place
     */
    public RunMonitor beside(final RunMonitor other) {
        return crew == null ? other : crew.beside(other);
    }

    /** Makes the film, after the run, where one is asked for and the robot walked. */
    public void make() {
        if (crew != null) {
            crew.make();
        }
    }

    private static FilmStudio studio() {
        return FilmStudio.installed(NAME);
    }
}
