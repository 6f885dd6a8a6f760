package gaitd.sim.engine;

import gaitd.hal.A1;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a link that touches the ground: a capsule, or a sphere when both its ends are the same.
 *
 * <p>Every engine gives the robot these shapes and no others. They do not touch each other.
 *
 * @param link link index, see {@link RobotModel}
 * @param part what it is
 * @param fromM one end of the axis, link frame, x y z, m
 * @param toM other end of the axis, link frame, x y z, m
 * @param radiusM radius, m
 */
public record CollisionShape(int link, Part part, Point fromM, Point toM, double radiusM) {
    /** Parts of the body. */
    public enum Part {
        /** The ball at the end of a calf. */
        FOOT,
        /** From below the knee to above the foot. */
        CALF,
        /** From hip to knee, the knee included. */
        THIGH,
        /** Motor housing at the shoulder. */
        HIP,
        /** Long edges and belly of the trunk's box, 0.267 x 0.194 x 0.114 m. */
        TRUNK
    }

    /**
     * A point of a link.
     *
     * @param x forward, m
     * @param y left, m
     * @param z up, m
     */
    public record Point(double x, double y, double z) {}

    private static final double CALF_RADIUS_M = 0.01;
    private static final double KNEE_RADIUS_M = 0.02;
    private static final double HIP_RADIUS_M = 0.046;
    private static final double TRUNK_RADIUS_M = 0.02;
    private static final double TRUNK_X_M = 0.267 / 2 - TRUNK_RADIUS_M;
    private static final double TRUNK_Y_M = 0.194 / 2 - TRUNK_RADIUS_M;
    private static final double TRUNK_Z_M = 0.114 / 2 - TRUNK_RADIUS_M;

    /**
     * All shapes of the A1: feet FR FL RR RL, then calves, thighs, hips in that order, then the trunk's.
     *
     * @return an immutable list
     */
    public static List<CollisionShape> a1() {
        final Point joint = new Point(0, 0, 0);
        final Point foot = new Point(0, 0, -A1.CALF_M);
        final Point knee = new Point(0, 0, -A1.THIGH_M);
        final List<CollisionShape> shapes = new ArrayList<>();
        onLegs(shapes, 3, Part.FOOT, foot, foot, A1.FOOT_RADIUS_M);
        onLegs(shapes, 3, Part.CALF, joint, foot, CALF_RADIUS_M);
        onLegs(shapes, 2, Part.THIGH, joint, knee, KNEE_RADIUS_M);
        onLegs(shapes, 1, Part.HIP, joint, joint, HIP_RADIUS_M);
        trunk(shapes, TRUNK_Y_M, -TRUNK_Z_M);
        trunk(shapes, -TRUNK_Y_M, -TRUNK_Z_M);
        trunk(shapes, 0, -TRUNK_Z_M);
        trunk(shapes, TRUNK_Y_M, TRUNK_Z_M);
        trunk(shapes, -TRUNK_Y_M, TRUNK_Z_M);
        return List.copyOf(shapes);
    }

    private static void onLegs(
            final List<CollisionShape> to,
            final int link,
            final Part part,
            final Point from,
            final Point end,
            final double radiusM) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            to.add(new CollisionShape(3 * leg + link, part, from, end, radiusM));
        }
    }

    private static void trunk(final List<CollisionShape> to, final double y, final double z) {
        to.add(new CollisionShape(
                0, Part.TRUNK, new Point(-TRUNK_X_M, y, z), new Point(TRUNK_X_M, y, z), TRUNK_RADIUS_M));
    }
}
