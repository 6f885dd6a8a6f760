package gaitd.sim.engine;

import gaitd.hal.A1;
import gaitd.sim.terrain.Terrain;

/**
 * Where the robot is about to touch the ground: spheres at feet, knees and hips, and the corners of the trunk's box.
 *
 * <p>Each sphere sees the ground as the plane that touches it below the sphere's centre. A contact is listed when the
 * sphere is nearer to the ground than it can come in a step. Slots: feet 0 to 3, knees 4 to 7, hips 8 to 11, trunk corners
 * 12 to 19. Called by the engine once a step. Allocates nothing after construction.
 */
final class Contacts {
    /** Number of slots. */
    static final int SLOTS = 20;
    /** Slots of feet and knees; the rest are of the body. */
    static final int LEG_SLOTS = 8;

    private static final double KNEE_RADIUS_M = 0.02;
    private static final double HIP_RADIUS_M = 0.046;
    private static final double TRUNK_X_M = 0.267 / 2;
    private static final double TRUNK_Y_M = 0.194 / 2;
    private static final double TRUNK_Z_M = 0.114 / 2;
    private static final double[] CORNERS = corners();
    /** No part approaches the ground faster. */
    private static final double FASTEST_M_S = 15;
    /** Vertical over shortest distance to the ground on the steepest slope (76 degrees). */
    private static final double STEEPEST = 4;

    /** Number of contacts listed. */
    int count;
    /** Slot of each contact. */
    final int[] slot = new int[SLOTS];
    /** How far the sphere is above the ground, negative when in it, m. */
    final double[] gapM = new double[SLOTS];
    /** Contact points, trunk axes from the trunk origin, m, 3 each. */
    final double[] point = new double[3 * SLOTS];
    /** Normal and two tangents of each contact, world axes, 9 each. */
    final double[] frame = new double[9 * SLOTS];

    private final Terrain terrain;
    private final double reachM;
    private final double[] normal = new double[3];

    Contacts(final Terrain terrain, final double timeStepS) {
        this.terrain = terrain;
        this.reachM = FASTEST_M_S * timeStepS;
    }

    /**
     * Lists the contacts of a pose.
     *
     * @param body the robot's pose
     * @param position trunk origin in the world, m
     */
    void find(final Kinematics body, final double[] position) {
        count = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(leg, body, position, body.foot, 3 * leg, A1.FOOT_RADIUS_M);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(4 + leg, body, position, body.origin, 9 * leg + 6, KNEE_RADIUS_M);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(8 + leg, body, position, body.origin, 9 * leg + 3, HIP_RADIUS_M);
        }
        for (int corner = 0; corner < 8; corner++) {
            sphere(12 + corner, body, position, CORNERS, 3 * corner, 0);
        }
    }

    private static double[] corners() {
        final double[] out = new double[24];
        for (int i = 0; i < 8; i++) {
            out[3 * i] = (i & 1) == 0 ? TRUNK_X_M : -TRUNK_X_M;
            out[3 * i + 1] = (i & 2) == 0 ? TRUNK_Y_M : -TRUNK_Y_M;
            out[3 * i + 2] = (i & 4) == 0 ? TRUNK_Z_M : -TRUNK_Z_M;
        }
        return out;
    }

    private void sphere(
            final int which,
            final Kinematics body,
            final double[] position,
            final double[] centre,
            final int at,
            final double radiusM) {
        final double[] r = body.rotation;
        final double cx = centre[at];
        final double cy = centre[at + 1];
        final double cz = centre[at + 2];
        final double x = position[0] + r[0] * cx + r[1] * cy + r[2] * cz;
        final double y = position[1] + r[3] * cx + r[4] * cy + r[5] * cz;
        final double z = position[2] + r[6] * cx + r[7] * cy + r[8] * cz;
        final double above = z - terrain.heightM(x, y);
        if (above > STEEPEST * (radiusM + reachM)) {
            return;
        }
        terrain.normal(x, y, normal);
        final double gap = above * normal[2] - radiusM;
        if (gap > reachM) {
            return;
        }
        final int c = count++;
        slot[c] = which;
        gapM[c] = gap;
        final double nx = normal[0];
        final double ny = normal[1];
        final double nz = normal[2];
        point[3 * c] = cx - radiusM * (r[0] * nx + r[3] * ny + r[6] * nz);
        point[3 * c + 1] = cy - radiusM * (r[1] * nx + r[4] * ny + r[7] * nz);
        point[3 * c + 2] = cz - radiusM * (r[2] * nx + r[5] * ny + r[8] * nz);
        final int f = 9 * c;
        final double t = 1 / Math.sqrt(nx * nx + nz * nz);
        frame[f] = nx;
        frame[f + 1] = ny;
        frame[f + 2] = nz;
        frame[f + 3] = nz * t;
        frame[f + 4] = 0;
        frame[f + 5] = -nx * t;
        frame[f + 6] = -ny * nx * t;
        frame[f + 7] = (nz * nz + nx * nx) * t;
        frame[f + 8] = -ny * nz * t;
    }
}
