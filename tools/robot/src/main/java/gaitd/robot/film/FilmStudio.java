package gaitd.robot.film;

import gaitd.sim.terrain.Terrain;
import java.nio.file.Path;
import java.util.List;

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
