package gaitd.robot.film;

import gaitd.runtime.config.Refusal;
import gaitd.sim.terrain.Terrain;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Makes films; found by the service loader, where a package that draws is installed. */
public interface FilmStudio {
    /**
     * Refuses a file that no film can be made into here, before the work begins.
     *
     * @param file its name says which kind of film
     * @throws gaitd.runtime.config.ConfigException in one line for a name of no kind
     * @throws gaitd.runtime.config.Refusal in one line when what that kind needs is not there
     */
    void check(Path file);

    /**
     * What makes films here.
     *
     * @param asked the command or option that needs it, for the message
     * @return the installed one
     * @throws Refusal in one line when none is
     */
    static FilmStudio installed(final String asked) {
        return ServiceLoader.load(FilmStudio.class)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(
                                asked
                                        + " needs the package gaitd-lab, which draws: install that beside gaitd, or use a source tree"));
    }

    /**
     * Draws a film.
     *
     * @param file replaced
     * @param ground under the robot
     * @param poses one a picture, at least one
     * @param rateHz pictures a second
     * @throws gaitd.runtime.config.Refusal in one line when it cannot be written
     */
    void make(Path file, Terrain ground, List<FilmPose> poses, int rateHz);
}
