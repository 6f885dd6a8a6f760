package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import gaitd.sim.engine.RobotModel;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * Mass matrices of a group's robots, armature included, from composite inertias.
 *
 * <p>The trunk block is kept as mass, first moment and inertia of the whole robot about the trunk origin. Source:
 * Featherstone, Rigid Body Dynamics Algorithms, 2008, section 6.2. Scratch of one worker, for one group at a time.
 */
final class LaneMass {
    /** Mass, first moment 3 and inertia xx yy zz xy xz yz of the robot about the trunk origin, 10. */
    final double[] whole = Lanes.room(10);
    /** Columns of M from a joint to the trunk, 12 x 6. */
    final double[] coupling = Lanes.room(6 * A1.JOINTS);
    /** Leg blocks of M, lower triangles 00 10 11 20 21 22, 4 x 6. */
    final double[] legBlock = Lanes.room(6 * A1.LEGS);

    /** As {@link #whole}, of the links of the present leg from the calf up. */
    private final double[] outer = Lanes.room(10);

    private final LaneModels models;
    private final LanePose pose;

    LaneMass(final LaneModels models, final LanePose pose) {
        this.models = models;
        this.pose = pose;
    }

    /** Computes the matrices of a group from its pose. */
    void update(final int group) {
        fromArray(S, models.massKg, N * (RobotModel.LINKS * group)).intoArray(whole, 0);
        for (int i = 0; i < 9; i++) {
            fromArray(S, models.trunk, N * (9 * group + i)).intoArray(whole, N * (1 + i));
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int joint = 3 * leg;
            final int link = RobotModel.LINKS * group + joint + 1;
            Arrays.fill(outer, 0);
            include(joint + 2, link + 2);
            turnedColumn(joint + 2);
            entry(joint + 2, joint + 2, 6 * leg + 5);
            entry(joint + 2, joint + 1, 6 * leg + 4);
            hipEntry(joint + 2, joint, 6 * leg + 3);
            include(joint + 1, link + 1);
            turnedColumn(joint + 1);
            entry(joint + 1, joint + 1, 6 * leg + 2);
            hipEntry(joint + 1, joint, 6 * leg + 1);
            include(joint, link);
            hipColumn(joint);
            hipEntry(joint, joint, 6 * leg);
            addArmature(leg, A1.JOINTS * group + joint);
            for (int i = 0; i < 10; i++) {
                fromArray(S, whole, N * i).add(fromArray(S, outer, N * i)).intoArray(whole, N * i);
            }
        }
    }

    private void include(final int joint, final int link) {
        final DoubleVector own = fromArray(S, models.massKg, N * link);
        final DoubleVector x = fromArray(S, pose.com, N * (3 * joint));
        final DoubleVector y = fromArray(S, pose.com, N * (3 * joint + 1));
        final DoubleVector z = fromArray(S, pose.com, N * (3 * joint + 2));
        final DoubleVector ox = own.mul(x);
        final DoubleVector oy = own.mul(y);
        final DoubleVector oz = own.mul(z);
        fromArray(S, outer, 0).add(own).intoArray(outer, 0);
        fromArray(S, outer, N).add(ox).intoArray(outer, N);
        fromArray(S, outer, 2 * N).add(oy).intoArray(outer, 2 * N);
        fromArray(S, outer, 3 * N).add(oz).intoArray(outer, 3 * N);
        final int t = 6 * joint;
        final DoubleVector xx = x.mul(x);
        final DoubleVector yy = y.mul(y);
        final DoubleVector zz = z.mul(z);
        fromArray(S, outer, 4 * N)
                .add(fromArray(S, pose.inertia, N * t).add(own.mul(yy.add(zz))))
                .intoArray(outer, 4 * N);
        fromArray(S, outer, 5 * N)
                .add(fromArray(S, pose.inertia, N * (t + 1)).add(own.mul(xx.add(zz))))
                .intoArray(outer, 5 * N);
        fromArray(S, outer, 6 * N)
                .add(fromArray(S, pose.inertia, N * (t + 2)).add(own.mul(xx.add(yy))))
                .intoArray(outer, 6 * N);
        fromArray(S, outer, 7 * N)
                .add(fromArray(S, pose.inertia, N * (t + 3)).sub(ox.mul(y)))
                .intoArray(outer, 7 * N);
        fromArray(S, outer, 8 * N)
                .add(fromArray(S, pose.inertia, N * (t + 4)).sub(ox.mul(z)))
                .intoArray(outer, 8 * N);
        fromArray(S, outer, 9 * N)
                .add(fromArray(S, pose.inertia, N * (t + 5)).sub(oy.mul(z)))
                .intoArray(outer, 9 * N);
    }

    private void hipColumn(final int joint) {
        final DoubleVector vy = fromArray(S, pose.origin, N * (3 * joint + 2));
        final DoubleVector vz = fromArray(S, pose.origin, N * (3 * joint + 1)).neg();
        final DoubleVector m = fromArray(S, outer, 0);
        final DoubleVector hx = fromArray(S, outer, N);
        final DoubleVector hy = fromArray(S, outer, 2 * N);
        final DoubleVector hz = fromArray(S, outer, 3 * N);
        final int t = 6 * joint;
        broadcast(S, 0.0).intoArray(coupling, N * t);
        m.mul(vy).sub(hz).intoArray(coupling, N * (t + 1));
        m.mul(vz).add(hy).intoArray(coupling, N * (t + 2));
        hy.mul(vz).sub(hz.mul(vy)).add(fromArray(S, outer, 4 * N)).intoArray(coupling, N * (t + 3));
        fromArray(S, outer, 7 * N).sub(hx.mul(vz)).intoArray(coupling, N * (t + 4));
        hx.mul(vy).add(fromArray(S, outer, 8 * N)).intoArray(coupling, N * (t + 5));
    }

    private void turnedColumn(final int joint) {
        final int hip = joint - joint % 3;
        final DoubleVector ay = fromArray(S, pose.cosine, N * hip);
        final DoubleVector az = fromArray(S, pose.sine, N * hip);
        final DoubleVector vx = fromArray(S, pose.lever, N * (3 * joint));
        final DoubleVector vy = fromArray(S, pose.lever, N * (3 * joint + 1));
        final DoubleVector vz = fromArray(S, pose.lever, N * (3 * joint + 2));
        final DoubleVector m = fromArray(S, outer, 0);
        final DoubleVector hx = fromArray(S, outer, N);
        final DoubleVector hy = fromArray(S, outer, 2 * N);
        final DoubleVector hz = fromArray(S, outer, 3 * N);
        final DoubleVector xy = fromArray(S, outer, 7 * N);
        final DoubleVector xz = fromArray(S, outer, 8 * N);
        final DoubleVector yz = fromArray(S, outer, 9 * N);
        final int t = 6 * joint;
        m.mul(vx).add(ay.mul(hz)).sub(az.mul(hy)).intoArray(coupling, N * t);
        m.mul(vy).add(az.mul(hx)).intoArray(coupling, N * (t + 1));
        m.mul(vz).sub(ay.mul(hx)).intoArray(coupling, N * (t + 2));
        hy.mul(vz).sub(hz.mul(vy)).add(xy.mul(ay)).add(xz.mul(az)).intoArray(coupling, N * (t + 3));
        hz.mul(vx)
                .sub(hx.mul(vz))
                .add(fromArray(S, outer, 5 * N).mul(ay))
                .add(yz.mul(az))
                .intoArray(coupling, N * (t + 4));
        hx.mul(vy)
                .sub(hy.mul(vx))
                .add(yz.mul(ay))
                .add(fromArray(S, outer, 6 * N).mul(az))
                .intoArray(coupling, N * (t + 5));
    }

    /** Entry of M between a joint whose column is done and a thigh or calf at or above it. */
    private void entry(final int joint, final int above, final int to) {
        final int hip = joint - joint % 3;
        final int t = 6 * joint;
        final int a = 3 * above;
        fromArray(S, pose.lever, N * a)
                .mul(fromArray(S, coupling, N * t))
                .add(fromArray(S, pose.lever, N * (a + 1)).mul(fromArray(S, coupling, N * (t + 1))))
                .add(fromArray(S, pose.lever, N * (a + 2)).mul(fromArray(S, coupling, N * (t + 2))))
                .add(fromArray(S, pose.cosine, N * hip).mul(fromArray(S, coupling, N * (t + 4))))
                .add(fromArray(S, pose.sine, N * hip).mul(fromArray(S, coupling, N * (t + 5))))
                .intoArray(legBlock, N * to);
    }

    private void hipEntry(final int joint, final int hip, final int to) {
        final int t = 6 * joint;
        final int a = 3 * hip;
        fromArray(S, pose.origin, N * (a + 2))
                .mul(fromArray(S, coupling, N * (t + 1)))
                .sub(fromArray(S, pose.origin, N * (a + 1)).mul(fromArray(S, coupling, N * (t + 2))))
                .add(fromArray(S, coupling, N * (t + 3)))
                .intoArray(legBlock, N * to);
    }

    private void addArmature(final int leg, final int joint) {
        final int l = 6 * leg;
        fromArray(S, legBlock, N * l)
                .add(fromArray(S, models.armatureKgM2, N * joint))
                .intoArray(legBlock, N * l);
        fromArray(S, legBlock, N * (l + 2))
                .add(fromArray(S, models.armatureKgM2, N * (joint + 1)))
                .intoArray(legBlock, N * (l + 2));
        fromArray(S, legBlock, N * (l + 5))
                .add(fromArray(S, models.armatureKgM2, N * (joint + 2)))
                .intoArray(legBlock, N * (l + 5));
    }
}
