package gaitd.lab.relief;

import gaitd.hal.A1;
import gaitd.maths.Trig;

/** An A1 that stands on level ground at the origin and looks along x: trunk, hip motors and legs in their true sizes. */
final class RobotMesh {
    private static final double HEIGHT_M = 0.27;
    private static final int SIDES = 20;

    private final Mesh mesh;
    private final double[] points = new double[3 * SIDES];

    private RobotMesh(final Mesh mesh) {
        this.mesh = mesh;
    }

    /**
     * Adds the robot.
     *
     * @param mesh takes the triangles
     */
    static void add(final Mesh mesh) {
        final RobotMesh robot = new RobotMesh(mesh);
        robot.box(Mesh.TRUNK, 0, 0, HEIGHT_M, 0.175, 0.08, 0.055);
        robot.box(Mesh.FRONT, 0.232, 0, HEIGHT_M + 0.008, 0.022, 0.06, 0.035);
        robot.box(Mesh.TRUNK, -0.225, 0, HEIGHT_M, 0.02, 0.06, 0.035);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double x = leg < 2 ? A1.HIP_X_M : -A1.HIP_X_M;
            robot.leg(x, leg % 2 == 0 ? -1 : 1);
        }
    }

    private void leg(final double x, final int side) {
        final double hipY = side * A1.HIP_Y_M;
        final double y = side * (A1.HIP_Y_M + A1.ABDUCTION_M);
        final double foot = A1.FOOT_RADIUS_M;
        final double half = (HEIGHT_M - foot) / 2;
        final double back = Math.sqrt(A1.THIGH_M * A1.THIGH_M - half * half);
        final double kneeX = x - back;
        final double kneeZ = foot + half;
        rod(Mesh.TRUNK, x, hipY, HEIGHT_M, x, y - side * 0.02, HEIGHT_M, 0.046, 0.046);
        rod(Mesh.LEG, x, y - side * 0.02, HEIGHT_M, x, y + side * 0.02, HEIGHT_M, 0.042, 0.042);
        rod(Mesh.LEG, x, y, HEIGHT_M, kneeX, y, kneeZ, 0.03, 0.018);
        rod(Mesh.LEG, kneeX, y, kneeZ, x, y, foot, 0.014, 0.010);
        rod(Mesh.LEG, kneeX, y - 0.012, kneeZ, kneeX, y + 0.012, kneeZ, 0.02, 0.02);
        ball(x, y, foot, foot);
    }

    private void box(
            final byte surface,
            final double x,
            final double y,
            final double z,
            final double hx,
            final double hy,
            final double hz) {
        for (int sign = -1; sign <= 1; sign += 2) {
            face(surface, x + sign * hx, y, z, 0, hy, 0, 0, 0, hz);
            face(surface, x, y + sign * hy, z, hx, 0, 0, 0, 0, hz);
            face(surface, x, y, z + sign * hz, hx, 0, 0, 0, hy, 0);
        }
    }

    private void face(
            final byte surface,
            final double x,
            final double y,
            final double z,
            final double ax,
            final double ay,
            final double az,
            final double bx,
            final double by,
            final double bz) {
        for (int i = 0; i < 4; i++) {
            final int a = i == 1 || i == 2 ? 1 : -1;
            final int b = i < 2 ? -1 : 1;
            points[3 * i] = x + a * ax + b * bx;
            points[3 * i + 1] = y + a * ay + b * by;
            points[3 * i + 2] = z + a * az + b * bz;
        }
        mesh.polygon(surface, points, 12);
    }

    /** A cone's trunk within a plane y = const or along y. */
    private void rod(
            final byte surface,
            final double x,
            final double y,
            final double z,
            final double toX,
            final double toY,
            final double toZ,
            final double radius,
            final double toRadius) {
        final double length = StrictMath.hypot(toX - x, toZ - z);
        final boolean alongY = length == 0;
        final double ux = alongY ? 1 : (toZ - z) / length;
        final double uz = alongY ? 0 : -(toX - x) / length;
        final double vy = alongY ? 0 : 1;
        final double vz = alongY ? 1 : 0;
        for (int i = 0; i < SIDES; i++) {
            for (int k = 0; k < 4; k++) {
                final double angle = 2 * Math.PI * (i + (k == 1 || k == 2 ? 1 : 0)) / SIDES;
                final double r = k < 2 ? radius : toRadius;
                final double c = r * Trig.cos(angle);
                final double s = r * Trig.sin(angle);
                points[3 * k] = (k < 2 ? x : toX) + c * ux;
                points[3 * k + 1] = (k < 2 ? y : toY) + s * vy;
                points[3 * k + 2] = (k < 2 ? z : toZ) + c * uz + s * vz;
            }
            mesh.polygon(surface, points, 12);
        }
        disc(surface, x, y, z, radius, ux, uz, vy, vz);
        disc(surface, toX, toY, toZ, toRadius, ux, uz, vy, vz);
    }

    private void disc(
            final byte surface,
            final double x,
            final double y,
            final double z,
            final double radius,
            final double ux,
            final double uz,
            final double vy,
            final double vz) {
        for (int i = 0; i < SIDES; i++) {
            final double c = radius * Trig.cos(2 * Math.PI * i / SIDES);
            final double s = radius * Trig.sin(2 * Math.PI * i / SIDES);
            points[3 * i] = x + c * ux;
            points[3 * i + 1] = y + s * vy;
            points[3 * i + 2] = z + c * uz + s * vz;
        }
        mesh.polygon(surface, points, 3 * SIDES);
    }

    private void ball(final double x, final double y, final double z, final double radius) {
        final int rings = SIDES / 2;
        for (int ring = 0; ring < rings; ring++) {
            for (int i = 0; i < SIDES; i++) {
                for (int k = 0; k < 4; k++) {
                    final double tilt = Math.PI * (ring + (k < 2 ? 0 : 1)) / rings;
                    final double turn = 2 * Math.PI * (i + (k == 1 || k == 2 ? 1 : 0)) / SIDES;
                    points[3 * k] = x + radius * Trig.sin(tilt) * Trig.cos(turn);
                    points[3 * k + 1] = y + radius * Trig.sin(tilt) * Trig.sin(turn);
                    points[3 * k + 2] = z + radius * Trig.cos(tilt);
                }
                mesh.polygon(Mesh.TRUNK, points, 12);
            }
        }
    }
}
