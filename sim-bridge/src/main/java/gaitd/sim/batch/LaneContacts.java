package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import gaitd.hal.A1;
import gaitd.sim.engine.CollisionShape;
import gaitd.sim.engine.ContactFinder;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Possible contacts of a group's robots with the ground: slots in which any lane has a contact, and which lanes have
 * it.
 *
 * <p>On level ground spheres are compared with it in all lanes at once. Groups with a robot on other ground use the
 * scalar engine's search, lane by lane. Contacts are listed in the order in which that search lists them. Scratch of
 * one worker, for one group at a time.
 */
final class LaneContacts {
    private static final int TRUNK = ContactFinder.TRUNK_SPHERE;
    private static final List<CollisionShape> SHAPES = CollisionShape.a1();

    /** Number of slots listed. */
    int count;
    /** Slots with a contact in any lane. */
    final int[] slot = new int[ContactFinder.SLOTS];
    /** Whether all normals are the world's z. */
    boolean level;
    /** 1 in lanes that have a contact in the slot, else 0. */
    final double[] present = Lanes.room(ContactFinder.SLOTS);
    /** Gap of each slot, m. */
    final double[] gapM = Lanes.room(ContactFinder.SLOTS);
    /** Contact point of each slot, trunk axes, 3, m. */
    final double[] point = Lanes.room(3 * ContactFinder.SLOTS);
    /** Normal and two tangents of each slot, world axes, 9; only where not level. */
    final double[] frame = Lanes.room(9 * ContactFinder.SLOTS);

    private final LanePose pose;
    private final LaneGround ground;
    private final double timeStepS;
    /** Greatest gap of a contact, m. */
    private final double[] reachM = Lanes.room(1);
    /** Lanes whose shapes may touch at all. */
    private final double[] near = Lanes.room(1);

    private final double[] trunkSphere;
    private final double[] radiusM = new double[ContactFinder.SPHERES];
    private final double[] position = new double[3];
    private final boolean[] listed = new boolean[ContactFinder.SLOTS];

    LaneContacts(final LanePose pose, final LaneGround ground, final double timeStepS) {
        this.pose = pose;
        this.ground = ground;
        this.timeStepS = timeStepS;
        this.trunkSphere = Lanes.room(3 * (ContactFinder.SPHERES - TRUNK));
        for (int s = 0; s < ContactFinder.SPHERES; s++) {
            radiusM[s] =
                    SHAPES.get(ContactFinder.shape(ContactFinder.sphereSlot(s))).radiusM();
        }
        for (int s = TRUNK; s < ContactFinder.SPHERES; s++) {
            final CollisionShape.Point centre = ContactFinder.trunkSphere(s);
            final int i = 3 * (s - TRUNK);
            broadcast(S, centre.x()).intoArray(trunkSphere, N * i);
            broadcast(S, centre.y()).intoArray(trunkSphere, N * (i + 1));
            broadcast(S, centre.z()).intoArray(trunkSphere, N * (i + 2));
        }
    }

    /** Lists the contacts of a group from its pose and state. */
    void find(final int group, final BatchState state) {
        count = 0;
        level = ground.level(group);
        readReach(group, state);
        if (level) {
            findLevel(group, state.basePosition);
        } else {
            findUneven(group, state.basePosition);
        }
    }

    /** Greatest distance that any point of each robot can move toward the ground in the step. */
    private void readReach(final int group, final BatchState state) {
        final int b = 3 * N * group;
        DoubleVector swing = broadcast(S, 0.0);
        for (int j = A1.JOINTS * N * group; j < A1.JOINTS * N * (group + 1); j += 3 * N) {
            swing = swing.max(fromArray(S, state.dq, j)
                    .abs()
                    .add(fromArray(S, state.dq, j + N).abs())
                    .add(fromArray(S, state.dq, j + 2 * N).abs()));
        }
        final DoubleVector vx = fromArray(S, state.baseVelocity, b);
        final DoubleVector vy = fromArray(S, state.baseVelocity, b + N);
        final DoubleVector vz = fromArray(S, state.baseVelocity, b + 2 * N);
        final DoubleVector wx = fromArray(S, state.baseAngularVelocity, b);
        final DoubleVector wy = fromArray(S, state.baseAngularVelocity, b + N);
        final DoubleVector wz = fromArray(S, state.baseAngularVelocity, b + 2 * N);
        final DoubleVector spin = wx.mul(wx).add(wy.mul(wy)).add(wz.mul(wz)).sqrt();
        vx.mul(vx)
                .add(vy.mul(vy))
                .add(vz.mul(vz))
                .sqrt()
                .add(swing.add(spin).mul(ContactFinder.LONGEST_M))
                .add(ContactFinder.SURPRISE_M_S)
                .mul(timeStepS)
                .intoArray(reachM, 0);
    }

    private void findLevel(final int group, final double[] basePosition) {
        broadcast(S, 1.0).intoArray(near, 0);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(leg, group, basePosition, pose.foot, 3 * N * leg);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sphere(4 + leg, group, basePosition, pose.origin, 9 * N * leg + 6 * N);
        }
        if (bodyIsNear(group, basePosition)) {
            for (int leg = 0; leg < A1.LEGS; leg++) {
                sphere(8 + leg, group, basePosition, pose.origin, 9 * N * leg + 3 * N);
                sphere(12 + leg, group, basePosition, pose.origin, 9 * N * leg);
            }
            for (int s = TRUNK; s < ContactFinder.SPHERES; s++) {
                sphere(s, group, basePosition, trunkSphere, 3 * N * (s - TRUNK));
            }
        }
    }

    /** Marks the lanes in which hips and trunk may touch; whether there are any. */
    private boolean bodyIsNear(final int group, final double[] basePosition) {
        final DoubleVector extent = fromArray(S, pose.rotation, 6 * N)
                .abs()
                .mul(ContactFinder.BODY_X_M)
                .add(fromArray(S, pose.rotation, 7 * N).abs().mul(ContactFinder.BODY_Y_M))
                .add(fromArray(S, pose.rotation, 8 * N).abs().mul(ContactFinder.BODY_Z_M));
        final VectorMask<Double> low = fromArray(S, basePosition, N * (3 * group + 2))
                .sub(extent)
                .sub(fromArray(S, reachM, 0))
                .compare(LE, fromArray(S, ground.planeM, N * group));
        broadcast(S, 0.0).blend(1.0, low).intoArray(near, 0);
        return low.anyTrue();
    }

    private void sphere(
            final int sphere, final int group, final double[] basePosition, final double[] centre, final int c) {
        final DoubleVector cx = fromArray(S, centre, c);
        final DoubleVector cy = fromArray(S, centre, c + N);
        final DoubleVector cz = fromArray(S, centre, c + 2 * N);
        final DoubleVector r6 = fromArray(S, pose.rotation, 6 * N);
        final DoubleVector r7 = fromArray(S, pose.rotation, 7 * N);
        final DoubleVector r8 = fromArray(S, pose.rotation, 8 * N);
        final DoubleVector z = fromArray(S, basePosition, N * (3 * group + 2))
                .add(r6.mul(cx))
                .add(r7.mul(cy))
                .add(r8.mul(cz));
        final DoubleVector plane = fromArray(S, ground.planeM, N * group);
        final double radius = radiusM[sphere];
        final VectorMask<Double> far = z.sub(radius)
                .sub(fromArray(S, reachM, 0))
                .compare(GT, plane)
                .or(fromArray(S, near, 0).compare(EQ, 0.0));
        if (far.allTrue()) {
            return;
        }
        final int s = ContactFinder.sphereSlot(sphere);
        slot[count++] = s;
        broadcast(S, 1.0).blend(0.0, far).intoArray(present, N * s);
        z.sub(plane).sub(radius).intoArray(gapM, N * s);
        cx.sub(r6.mul(radius)).intoArray(point, 3 * N * s);
        cy.sub(r7.mul(radius)).intoArray(point, 3 * N * s + N);
        cz.sub(r8.mul(radius)).intoArray(point, 3 * N * s + 2 * N);
    }

    private void findUneven(final int group, final double[] basePosition) {
        for (int lane = 0; lane < N; lane++) {
            final ContactFinder finder = ground.finder(group, lane);
            if (finder != null) {
                take(pose.rotation, lane, finder.rotation);
                take(pose.origin, lane, finder.origin);
                take(pose.foot, lane, finder.foot);
                for (int i = 0; i < 3; i++) {
                    position[i] = basePosition[(3 * group + i) * N + lane];
                }
                keep(finder, finder.find(position, reachM[lane]), lane);
            }
        }
        for (int i = 0; i < ContactFinder.SLOTS; i++) {
            final int s = ContactFinder.listed(i);
            if (listed[s]) {
                listed[s] = false;
                slot[count++] = s;
            }
        }
    }

    private static void take(final double[] from, final int lane, final double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i * N + lane];
        }
    }

    private void keep(final ContactFinder finder, final int found, final int lane) {
        for (int c = 0; c < found; c++) {
            final int s = finder.slot[c];
            if (!listed[s]) {
                listed[s] = true;
                broadcast(S, 0.0).intoArray(present, N * s);
            }
            present[s * N + lane] = 1;
            gapM[s * N + lane] = finder.gapM[c];
            for (int i = 0; i < 3; i++) {
                point[(3 * s + i) * N + lane] = finder.point[3 * c + i];
            }
            for (int i = 0; i < 9; i++) {
                frame[(9 * s + i) * N + lane] = finder.frame[9 * c + i];
            }
        }
    }
}
