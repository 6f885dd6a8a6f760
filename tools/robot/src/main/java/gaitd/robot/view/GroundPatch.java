package gaitd.robot.view;

/**
 * The ground to draw under the robot, in the world frame of the robot's odometry.
 *
 * <p>Asked by the server's threads, several at a time, when a page moves to new ground.
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
