package gaitd.lab.relief;

import gaitd.hal.A1;
import gaitd.maths.EulerAngles;
import gaitd.maths.Trig;

/** An A1 in a pose: trunk, hip motors and legs in their true sizes. */
final class RobotMesh {
    private static final double STANDING_M = 0.27;
    private static final int SIDES = 20;

    private final Mesh mesh;
    private final double[] place;
    private final double[] turn = new double[9];
    private final double[] points = new double[3 * SIDES];

    private RobotMesh(final Mesh mesh, final double[] place, final double[] rpy) {
        this.mesh = mesh;
        this.place = place;
        EulerAngles.matrix(rpy, turn);
    }

    /**
     * Adds a robot that stands on level ground at the origin and looks along x.
     *
     * @param mesh takes the triangles
     */
    static void add(final Mesh mesh) {
        final double thigh = StrictMath.acos((STANDING_M - A1.FOOT_RADIUS_M) / 2 / A1.THIGH_M);
        final double[] q = new double[A1.JOINTS];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            q[A1.JOINTS_PER_LEG * leg + A1.THIGH] = thigh;
            q[A1.JOINTS_PER_LEG * leg + A1.CALF] = -2 * thigh;
        }
        add(mesh, new double[] {0, 0, STANDING_M}, new double[3], q);
    }

    /**
     * Adds a robot.
     *
     * @param mesh takes the triangles
     * @param place trunk origin in the world, 3, m
     * @param rpy roll, pitch and yaw, rad
     * @param q joint angles, 12, rad
     */
    static void add(final Mesh mesh, final double[] place, final double[] rpy, final double[] q) {
        final RobotMesh robot = new RobotMesh(mesh, place, rpy);
        robot.box(Mesh.TRUNK, 0, 0, 0.175, 0.08, 0.055);
        robot.box(Mesh.FRONT, 0.232, 0.008, 0.022, 0.06, 0.035);
        robot.box(Mesh.TRUNK, -0.225, 0, 0.02, 0.06, 0.035);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            robot.leg(leg, q);
        }
    }

    private void leg(final int leg, final double[] q) {
        final int side = A1.sideSign(leg);
        final int first = A1.JOINTS_PER_LEG * leg;
        final double hip = q[first];
        final double thigh = q[first + A1.THIGH];
        final double calf = thigh + q[first + A1.CALF];
        final double y = side * A1.ABDUCTION_M;
        final double kneeX = -A1.THIGH_M * Trig.sin(thigh);
        final double kneeZ = -A1.THIGH_M * Trig.cos(thigh);
        final double[] motor = at(leg, hip, 0, y - side * 0.02, 0);
        final double[] outer = at(leg, hip, 0, y + side * 0.02, 0);
        final double[] knee = at(leg, hip, kneeX, y, kneeZ);
        final double[] foot = at(leg, hip, kneeX - A1.CALF_M * Trig.sin(calf), y, kneeZ - A1.CALF_M * Trig.cos(calf));
        rod(Mesh.TRUNK, at(leg, hip, 0, 0, 0), motor, 0.046, 0.046);
        rod(Mesh.LEG, motor, outer, 0.042, 0.042);
        rod(Mesh.LEG, at(leg, hip, 0, y, 0), knee, 0.03, 0.018);
        rod(Mesh.LEG, knee, foot, 0.014, 0.010);
        rod(Mesh.LEG, at(leg, hip, kneeX, y - 0.012, kneeZ), at(leg, hip, kneeX, y + 0.012, kneeZ), 0.02, 0.02);
        ball(foot, A1.FOOT_RADIUS_M);
    }

    /** A place of a leg's hip link, which turns about x, in the trunk's axes. */
    private static double[] at(final int leg, final double hip, final double x, final double y, final double z) {
        final double cos = Trig.cos(hip);
        final double sin = Trig.sin(hip);
        return new double[] {
            A1.frontSign(leg) * A1.HIP_X_M + x, A1.sideSign(leg) * A1.HIP_Y_M + cos * y - sin * z, sin * y + cos * z
        };
    }

    private void box(
            final byte surface, final double x, final double z, final double hx, final double hy, final double hz) {
        for (int sign = -1; sign <= 1; sign += 2) {
            face(surface, x + sign * hx, 0, z, 0, hy, 0, 0, 0, hz);
            face(surface, x, sign * hy, z, hx, 0, 0, 0, 0, hz);
            face(surface, x, 0, z + sign * hz, hx, 0, 0, 0, hy, 0);
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
            put(i, x + a * ax + b * bx, y + a * ay + b * by, z + a * az + b * bz);
        }
        mesh.polygon(surface, points, 12);
    }

    /** Puts a corner, given in the trunk's axes, into the world. */
    private void put(final int corner, final double x, final double y, final double z) {
        for (int i = 0; i < 3; i++) {
            points[3 * corner + i] = place[i] + turn[3 * i] * x + turn[3 * i + 1] * y + turn[3 * i + 2] * z;
        }
    }

    /** A cone's trunk with its ends. */
    private void rod(
            final byte surface, final double[] from, final double[] to, final double radius, final double toRadius) {
        final double[] u = new double[3];
        final double[] v = new double[3];
        across(from, to, u, v);
        for (int i = 0; i < SIDES; i++) {
            for (int k = 0; k < 4; k++) {
                final double angle = 2 * Math.PI * (i + (k == 1 || k == 2 ? 1 : 0)) / SIDES;
                ring(k, k < 2 ? from : to, k < 2 ? radius : toRadius, angle, u, v);
            }
            mesh.polygon(surface, points, 12);
        }
        disc(surface, from, radius, u, v);
        disc(surface, to, toRadius, u, v);
    }

    private void ring(
            final int corner,
            final double[] middle,
            final double radius,
            final double angle,
            final double[] u,
            final double[] v) {
        final double c = radius * Trig.cos(angle);
        final double s = radius * Trig.sin(angle);
        put(corner, middle[0] + c * u[0] + s * v[0], middle[1] + c * u[1] + s * v[1], middle[2] + c * u[2] + s * v[2]);
    }

    private void disc(
            final byte surface, final double[] middle, final double radius, final double[] u, final double[] v) {
        for (int i = 0; i < SIDES; i++) {
            ring(i, middle, radius, 2 * Math.PI * i / SIDES, u, v);
        }
        mesh.polygon(surface, points, 3 * SIDES);
    }

    /** Two unit vectors at right angles to a way and to each other. */
    private static void across(final double[] from, final double[] to, final double[] u, final double[] v) {
        final double x = to[0] - from[0];
        final double y = to[1] - from[1];
        final double z = to[2] - from[2];
        final double length = Math.sqrt(x * x + y * y + z * z);
        final boolean alongX = Math.abs(x) > 0.9 * length;
        u[0] = alongX ? -z : 0;
        u[1] = alongX ? 0 : z;
        u[2] = alongX ? x : -y;
        final double size = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
        for (int i = 0; i < 3; i++) {
            u[i] /= size;
        }
        v[0] = (y * u[2] - z * u[1]) / length;
        v[1] = (z * u[0] - x * u[2]) / length;
        v[2] = (x * u[1] - y * u[0]) / length;
    }

    private void ball(final double[] middle, final double radius) {
        final int rings = SIDES / 2;
        for (int ring = 0; ring < rings; ring++) {
            for (int i = 0; i < SIDES; i++) {
                for (int k = 0; k < 4; k++) {
                    final double tilt = Math.PI * (ring + (k < 2 ? 0 : 1)) / rings;
                    final double angle = 2 * Math.PI * (i + (k == 1 || k == 2 ? 1 : 0)) / SIDES;
                    put(
                            k,
                            middle[0] + radius * Trig.sin(tilt) * Trig.cos(angle),
                            middle[1] + radius * Trig.sin(tilt) * Trig.sin(angle),
                            middle[2] + radius * Trig.cos(tilt));
                }
                mesh.polygon(Mesh.TRUNK, points, 12);
            }
        }
    }
}
