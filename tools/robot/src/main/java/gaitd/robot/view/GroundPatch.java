package gaitd.robot.view;

/**
 * The ground under the robot for the page, in the world frame of the robot's odometry.
 *
 * <p>Called by the server's threads, several at a time.
 */
@FunctionalInterface
public interface GroundPatch {
    /** Level ground at height zero. */
    GroundPatch FLAT = (x, y) -> 0;

    /**
     * Height of the ground.
     *
     * @param x world x, m
     * @param y world y, m
     * @return height, m; drawn as zero when it is not finite
     */
    double heightM(double x, double y);
}
