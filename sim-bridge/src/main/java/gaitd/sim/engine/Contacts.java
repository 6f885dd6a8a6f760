package gaitd.sim.engine;

import gaitd.hal.A1;
import gaitd.sim.terrain.GroundTouch;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/**
 * Where the robot is about to touch the ground, from the shapes of {@link CollisionShape#a1()}.
 *
 * <p>A capsule is the spheres at its ends and the deepest place between them (see {@link CapsuleTouch}). The calf's ends
 * lie in knee and foot and are left out. So there are 26 spheres: feet 0 to 3, knees 4 to 7, upper ends of the thighs 8 to
 * 11, hips 12 to 15, ends of the trunk's five capsules 16 to 25; and 13 places between: calves 0 to 3, thighs 4 to 7, trunk
 * 8 to 12. Sphere s has the slots 3 s to 3 s + 2 for the three contacts of {@link GroundTouch}, place p has slot 78 + p. A slot keeps its number, so its impulse is where the next step's solution starts.
 *
 * <p>A contact is listed when its gap is less than what the robot can cover in the step. Shapes above the highest ground near them
 * cost one comparison. Called by the engine once a step. Allocates nothing after construction.
 */
final class Contacts {
    /** Number of slots. */
    static final int SLOTS = 91;
    /** Slots of feet; they come first. */
    static final int FOOT_SLOTS = 12;
    /** First slot of a place between two ends. */
    static final int BETWEEN = 78;

    private static final int TRUNK_ENDS = 10;
    /** Half extents of a box in trunk axes that holds trunk, hips and upper ends of the thighs at any hip angle. */
    static final double BODY_X_M = 0.23;

    static final double BODY_Y_M = 0.16;
    static final double BODY_Z_M = 0.11;

    private static final int FOOT = 0;
    private static final int CALF = 4;
    private static final int THIGH = 8;
    private static final int HIP = 12;
    private static final int TRUNK = 16;

    /** Number of contacts listed. */
    int count;
    /** Slot of each contact. */
    final int[] slot = new int[SLOTS];
    /** Index of each contact's shape in {@link CollisionShape#a1()}. */
    final int[] shape = new int[SLOTS];
    /** How far the shape is above the ground, negative when in it, m. */
    final double[] gapM = new double[SLOTS];
    /** Contact points, trunk axes from the trunk origin, m, 3 each. */
    final double[] point = new double[3 * SLOTS];
    /** Normal and two tangents of each contact, world axes, 9 each. */
    final double[] frame = new double[9 * SLOTS];

    private final Terrain terrain;
    private final GroundTouch ground;
    private final CapsuleTouch capsule;
    private final boolean flat;
    private final double highestM;
    private double reachM;
    private final double[] radiusM = new double[TRUNK + TRUNK_ENDS / 2];
    /** Ends of the trunk's capsules, trunk axes, 3 each. */
    private final double[] trunkEnd = new double[3 * TRUNK_ENDS];

    Contacts(final Terrain terrain) {
        this.terrain = terrain;
        this.ground = new GroundTouch(terrain);
        this.flat = terrain.grid() == null && terrain.columns() == null;
        this.highestM = terrain.highestM();
        this.capsule = new CapsuleTouch(terrain, ground);
        final List<CollisionShape> shapes = CollisionShape.a1();
        for (int i = 0; i < shapes.size(); i++) {
            radiusM[i] = shapes.get(i).radiusM();
        }
        for (int i = 0; i < TRUNK_ENDS; i++) {
            final CollisionShape of = shapes.get(TRUNK + i / 2);
            final CollisionShape.Point end = i % 2 == 0 ? of.fromM() : of.toM();
            trunkEnd[3 * i] = end.x();
            trunkEnd[3 * i + 1] = end.y();
            trunkEnd[3 * i + 2] = end.z();
        }
    }

    /**
     * Leg that a slot's contact moves with.
     *
     * @param slot slot
     * @return leg index; any for the trunk
     */
    static int leg(final int slot) {
        return slot < BETWEEN ? slot / 3 & 3 : slot - BETWEEN & 3;
    }

    /**
     * How many joints, from the hip on, move a slot's contact.
     *
     * @param slot slot
     * @return 0 (trunk) to 3 (calf and foot)
     */
    static int joints(final int slot) {
        if (slot < BETWEEN) {
            return slot < 12 ? 3 : slot < 36 ? 2 : slot < 48 ? 1 : 0;
        }
        return slot < BETWEEN + 4 ? 3 : slot < BETWEEN + 8 ? 2 : 0;
    }

    /**
     * Lists the contacts of a pose.
     *
     * @param body the robot's pose
     * @param position trunk origin in the world, m
     * @param reach greatest gap of a contact, m
     */
    void find(final Kinematics body, final double[] position, final double reach) {
        count = 0;
        reachM = reach;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(3 * leg, FOOT + leg, body, position, body.foot, 3 * leg);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(12 + 3 * leg, THIGH + leg, body, position, body.origin, 9 * leg + 6);
        }
        if (!flat) {
            for (int leg = 0; leg < A1.LEGS; leg++) {
                between(BETWEEN + leg, CALF + leg, body, position, body.origin, 9 * leg + 6, body.foot, 3 * leg);
                between(
                        BETWEEN + 4 + leg,
                        THIGH + leg,
                        body,
                        position,
                        body.origin,
                        9 * leg + 3,
                        body.origin,
                        9 * leg + 6);
            }
        }
        final double[] r = body.rotation;
        final double extent = Math.abs(r[6]) * BODY_X_M + Math.abs(r[7]) * BODY_Y_M + Math.abs(r[8]) * BODY_Z_M;
        if (position[2] - extent - reachM <= highestM) {
            findBody(body, position);
        }
    }

    private void findBody(final Kinematics body, final double[] position) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(24 + 3 * leg, THIGH + leg, body, position, body.origin, 9 * leg + 3);
            sphere(36 + 3 * leg, HIP + leg, body, position, body.origin, 9 * leg);
        }
        for (int end = 0; end < TRUNK_ENDS; end++) {
            sphere(48 + 3 * end, TRUNK + end / 2, body, position, trunkEnd, 3 * end);
        }
        if (!flat) {
            for (int i = 0; i < TRUNK_ENDS / 2; i++) {
                between(BETWEEN + 8 + i, TRUNK + i, body, position, trunkEnd, 6 * i, trunkEnd, 6 * i + 3);
            }
        }
    }

    private void sphere(
            final int first,
            final int part,
            final Kinematics body,
            final double[] position,
            final double[] centre,
            final int at) {
        final double[] r = body.rotation;
        final double cx = centre[at];
        final double cy = centre[at + 1];
        final double cz = centre[at + 2];
        final double radius = radiusM[part];
        final double z = position[2] + r[6] * cx + r[7] * cy + r[8] * cz;
        if (z - radius - reachM > highestM) {
            return;
        }
        if (flat) {
            add(first, part, body, centre, at, z - highestM - radius, 0, 0, 1);
            return;
        }
        final double x = position[0] + r[0] * cx + r[1] * cy + r[2] * cz;
        final double y = position[1] + r[3] * cx + r[4] * cy + r[5] * cz;
        if (z - radius - reachM > terrain.boundM(x, y)) {
            return;
        }
        ground.sphere(x, y, z, radius, reachM);
        for (int k = 0; k < GroundTouch.CONTACTS; k++) {
            if (ground.gapM[k] <= reachM) {
                final double[] n = ground.normal;
                add(first + k, part, body, centre, at, ground.gapM[k], n[3 * k], n[3 * k + 1], n[3 * k + 2]);
            }
        }
    }

    private void between(
            final int which,
            final int part,
            final Kinematics body,
            final double[] position,
            final double[] from,
            final int a,
            final double[] to,
            final int b) {
        if (capsule.find(body.rotation, position, from, a, to, b, radiusM[part], reachM)) {
            final double[] n = ground.normal;
            final int k = capsule.contact;
            add(which, part, body, capsule.centre, 0, ground.gapM[k], n[3 * k], n[3 * k + 1], n[3 * k + 2]);
        }
    }

    private void add(
            final int which,
            final int part,
            final Kinematics body,
            final double[] centre,
            final int at,
            final double gap,
            final double nx,
            final double ny,
            final double nz) {
        final double[] r = body.rotation;
        final int c = count++;
        final double radius = radiusM[part];
        slot[c] = which;
        shape[c] = part;
        gapM[c] = gap;
        point[3 * c] = centre[at] - radius * (r[0] * nx + r[3] * ny + r[6] * nz);
        point[3 * c + 1] = centre[at + 1] - radius * (r[1] * nx + r[4] * ny + r[7] * nz);
        point[3 * c + 2] = centre[at + 2] - radius * (r[2] * nx + r[5] * ny + r[8] * nz);
        final int f = 9 * c;
        if (ny * ny < 0.5) {
            final double t = 1 / Math.sqrt(nx * nx + nz * nz);
            frame(f, nx, ny, nz, nz * t, 0, -nx * t);
        } else {
            final double t = 1 / Math.sqrt(nx * nx + ny * ny);
            frame(f, nx, ny, nz, ny * t, -nx * t, 0);
        }
    }

    private void frame(
            final int f,
            final double nx,
            final double ny,
            final double nz,
            final double tx,
            final double ty,
            final double tz) {
        frame[f] = nx;
        frame[f + 1] = ny;
        frame[f + 2] = nz;
        frame[f + 3] = tx;
        frame[f + 4] = ty;
        frame[f + 5] = tz;
        frame[f + 6] = ny * tz - nz * ty;
        frame[f + 7] = nz * tx - nx * tz;
        frame[f + 8] = nx * ty - ny * tx;
    }
}
