package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.sim.engine.RobotModel;
import jdk.incubator.vector.DoubleVector;

/**
 * Bias forces of a group's robots: gravity and what the present speeds ask for.
 *
 * <p>Recursive Newton-Euler pass in trunk axes. Source: Featherstone, Rigid Body Dynamics Algorithms, 2008, section 5.3.
 * Scratch of one worker, for one group at a time.
 */
final class LaneBias {
    /** Force on the trunk, moment about its origin, 12 joint torques, N and N m. */
    final double[] bias = Lanes.room(18);

    private final LaneModels models;
    private final LanePose pose;
    /** Force 3 and moment about the trunk origin 3 on each leg link. */
    private final double[] wrench = Lanes.room(6 * A1.JOINTS);

    private final double[] gravity = Lanes.room(3);
    private final double[] spin = Lanes.room(3);
    private final double[] rate = Lanes.room(3);
    private final double[] acceleration = Lanes.room(3);

    LaneBias(final LaneModels models, final LanePose pose) {
        this.models = models;
        this.pose = pose;
    }

    /** Computes the bias of a group from its pose, the trunks' angular velocities and the joint speeds. */
    void update(final int group, final double[] angularVelocity, final double[] dq) {
        startAtTrunk();
        trunk(group, 3 * group, angularVelocity);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int joint = 3 * leg;
            final int link = RobotModel.LINKS * group + joint + 1;
            final int speed = A1.JOINTS * group + joint;
            startLeg(joint, 3 * group, angularVelocity, dq, speed);
            force(joint, link);
            move(joint + 1, dq, speed + 1);
            force(joint + 1, link + 1);
            move(joint + 2, dq, speed + 2);
            force(joint + 2, link + 2);
            gather(joint);
        }
    }

    private void trunk(final int group, final int w, final double[] angularVelocity) {
        final DoubleVector wx = fromArray(S, angularVelocity, N * w);
        final DoubleVector wy = fromArray(S, angularVelocity, N * (w + 1));
        final DoubleVector wz = fromArray(S, angularVelocity, N * (w + 2));
        final DoubleVector m = fromArray(S, models.massKg, N * (RobotModel.LINKS * group));
        final int c = 3 * RobotModel.LINKS * group;
        final DoubleVector dx = fromArray(S, models.comM, N * c);
        final DoubleVector dy = fromArray(S, models.comM, N * (c + 1));
        final DoubleVector dz = fromArray(S, models.comM, N * (c + 2));
        final DoubleVector ux = wy.mul(dz).sub(wz.mul(dy));
        final DoubleVector uy = wz.mul(dx).sub(wx.mul(dz));
        final DoubleVector uz = wx.mul(dy).sub(wy.mul(dx));
        final DoubleVector fx = m.mul(fromArray(S, gravity, 0).add(wy.mul(uz).sub(wz.mul(uy))));
        final DoubleVector fy = m.mul(fromArray(S, gravity, N).add(wz.mul(ux).sub(wx.mul(uz))));
        final DoubleVector fz =
                m.mul(fromArray(S, gravity, 2 * N).add(wx.mul(uy).sub(wy.mul(ux))));
        final double[] own = models.inertiaKgM2;
        final int i = 6 * RobotModel.LINKS * group;
        final DoubleVector xy = fromArray(S, own, N * (i + 3));
        final DoubleVector xz = fromArray(S, own, N * (i + 4));
        final DoubleVector yz = fromArray(S, own, N * (i + 5));
        final DoubleVector lx = fromArray(S, own, N * i).mul(wx).add(xy.mul(wy)).add(xz.mul(wz));
        final DoubleVector ly =
                xy.mul(wx).add(fromArray(S, own, N * (i + 1)).mul(wy)).add(yz.mul(wz));
        final DoubleVector lz =
                xz.mul(wx).add(yz.mul(wy)).add(fromArray(S, own, N * (i + 2)).mul(wz));
        fx.intoArray(bias, 0);
        fy.intoArray(bias, N);
        fz.intoArray(bias, 2 * N);
        dy.mul(fz).sub(dz.mul(fy)).add(wy.mul(lz).sub(wz.mul(ly))).intoArray(bias, 3 * N);
        dz.mul(fx).sub(dx.mul(fz)).add(wz.mul(lx).sub(wx.mul(lz))).intoArray(bias, 4 * N);
        dx.mul(fy).sub(dy.mul(fx)).add(wx.mul(ly).sub(wy.mul(lx))).intoArray(bias, 5 * N);
    }

    /** The trunk origin accelerates upward in place of gravity. */
    private void startAtTrunk() {
        for (int i = 0; i < 3 * N; i += N) {
            fromArray(S, pose.rotation, 6 * N + i).mul(Gravity.M_S2).intoArray(gravity, i);
        }
    }

    /** Goes from the trunk origin to a hip and takes on its speed. */
    private void startLeg(
            final int joint, final int w, final double[] angularVelocity, final double[] dq, final int speed) {
        final DoubleVector sx = fromArray(S, angularVelocity, N * w);
        final DoubleVector sy = fromArray(S, angularVelocity, N * (w + 1));
        final DoubleVector sz = fromArray(S, angularVelocity, N * (w + 2));
        final DoubleVector dx = fromArray(S, pose.origin, N * (3 * joint));
        final DoubleVector dy = fromArray(S, pose.origin, N * (3 * joint + 1));
        final DoubleVector dz = fromArray(S, pose.origin, N * (3 * joint + 2));
        final DoubleVector ux = sy.mul(dz).sub(sz.mul(dy));
        final DoubleVector uy = sz.mul(dx).sub(sx.mul(dz));
        final DoubleVector uz = sx.mul(dy).sub(sy.mul(dx));
        fromArray(S, gravity, 0).add(sy.mul(uz).sub(sz.mul(uy))).intoArray(acceleration, 0);
        fromArray(S, gravity, N).add(sz.mul(ux).sub(sx.mul(uz))).intoArray(acceleration, N);
        fromArray(S, gravity, 2 * N).add(sx.mul(uy).sub(sy.mul(ux))).intoArray(acceleration, 2 * N);
        final DoubleVector g = fromArray(S, dq, N * speed);
        broadcast(S, 0.0).intoArray(rate, 0);
        sz.mul(g).intoArray(rate, N);
        sy.mul(g).neg().intoArray(rate, 2 * N);
        sx.add(g).intoArray(spin, 0);
        sy.intoArray(spin, N);
        sz.intoArray(spin, 2 * N);
    }

    /** Goes from a joint to the next one down the leg and takes on its speed. */
    private void move(final int joint, final double[] dq, final int speed) {
        final int p = 3 * joint;
        final DoubleVector dx = fromArray(S, pose.origin, N * p).sub(fromArray(S, pose.origin, N * (p - 3)));
        final DoubleVector dy = fromArray(S, pose.origin, N * (p + 1)).sub(fromArray(S, pose.origin, N * (p - 2)));
        final DoubleVector dz = fromArray(S, pose.origin, N * (p + 2)).sub(fromArray(S, pose.origin, N * (p - 1)));
        final DoubleVector sx = fromArray(S, spin, 0);
        final DoubleVector sy = fromArray(S, spin, N);
        final DoubleVector sz = fromArray(S, spin, 2 * N);
        final DoubleVector rx = fromArray(S, rate, 0);
        final DoubleVector ry = fromArray(S, rate, N);
        final DoubleVector rz = fromArray(S, rate, 2 * N);
        final DoubleVector ux = sy.mul(dz).sub(sz.mul(dy));
        final DoubleVector uy = sz.mul(dx).sub(sx.mul(dz));
        final DoubleVector uz = sx.mul(dy).sub(sy.mul(dx));
        final DoubleVector ax = ry.mul(dz).sub(rz.mul(dy)).add(sy.mul(uz).sub(sz.mul(uy)));
        final DoubleVector ay = rz.mul(dx).sub(rx.mul(dz)).add(sz.mul(ux).sub(sx.mul(uz)));
        final DoubleVector az = rx.mul(dy).sub(ry.mul(dx)).add(sx.mul(uy).sub(sy.mul(ux)));
        fromArray(S, acceleration, 0).add(ax).intoArray(acceleration, 0);
        fromArray(S, acceleration, N).add(ay).intoArray(acceleration, N);
        fromArray(S, acceleration, 2 * N).add(az).intoArray(acceleration, 2 * N);
        final int hip = joint - joint % 3;
        final DoubleVector own = fromArray(S, dq, N * speed);
        final DoubleVector gy = fromArray(S, pose.cosine, N * hip).mul(own);
        final DoubleVector gz = fromArray(S, pose.sine, N * hip).mul(own);
        rx.add(sy.mul(gz).sub(sz.mul(gy))).intoArray(rate, 0);
        ry.sub(sx.mul(gz)).intoArray(rate, N);
        rz.add(sx.mul(gy)).intoArray(rate, 2 * N);
        sy.add(gy).intoArray(spin, N);
        sz.add(gz).intoArray(spin, 2 * N);
    }

    /** Force and moment that move a link as spin, rate and the acceleration of its joint say. */
    private void force(final int joint, final int link) {
        final int p = 3 * joint;
        final DoubleVector wx = fromArray(S, spin, 0);
        final DoubleVector wy = fromArray(S, spin, N);
        final DoubleVector wz = fromArray(S, spin, 2 * N);
        final DoubleVector rx = fromArray(S, rate, 0);
        final DoubleVector ry = fromArray(S, rate, N);
        final DoubleVector rz = fromArray(S, rate, 2 * N);
        final DoubleVector cx = fromArray(S, pose.com, N * p);
        final DoubleVector cy = fromArray(S, pose.com, N * (p + 1));
        final DoubleVector cz = fromArray(S, pose.com, N * (p + 2));
        final DoubleVector dx = cx.sub(fromArray(S, pose.origin, N * p));
        final DoubleVector dy = cy.sub(fromArray(S, pose.origin, N * (p + 1)));
        final DoubleVector dz = cz.sub(fromArray(S, pose.origin, N * (p + 2)));
        final DoubleVector ux = wy.mul(dz).sub(wz.mul(dy));
        final DoubleVector uy = wz.mul(dx).sub(wx.mul(dz));
        final DoubleVector uz = wx.mul(dy).sub(wy.mul(dx));
        final DoubleVector m = fromArray(S, models.massKg, N * link);
        final DoubleVector fx = m.mul(fromArray(S, acceleration, 0)
                .add(ry.mul(dz).sub(rz.mul(dy)))
                .add(wy.mul(uz).sub(wz.mul(uy))));
        final DoubleVector fy = m.mul(fromArray(S, acceleration, N)
                .add(rz.mul(dx).sub(rx.mul(dz)))
                .add(wz.mul(ux).sub(wx.mul(uz))));
        final DoubleVector fz = m.mul(fromArray(S, acceleration, 2 * N)
                .add(rx.mul(dy).sub(ry.mul(dx)))
                .add(wx.mul(uy).sub(wy.mul(ux))));
        final int o = 6 * joint;
        fx.intoArray(wrench, N * o);
        fy.intoArray(wrench, N * (o + 1));
        fz.intoArray(wrench, N * (o + 2));
        cy.mul(fz).sub(cz.mul(fy)).intoArray(wrench, N * (o + 3));
        cz.mul(fx).sub(cx.mul(fz)).intoArray(wrench, N * (o + 4));
        cx.mul(fy).sub(cy.mul(fx)).intoArray(wrench, N * (o + 5));
        turn(joint);
    }

    /** Adds the moment that turns a link about its centre of mass. */
    private void turn(final int joint) {
        final int o = 6 * joint;
        final DoubleVector wx = fromArray(S, spin, 0);
        final DoubleVector wy = fromArray(S, spin, N);
        final DoubleVector wz = fromArray(S, spin, 2 * N);
        final DoubleVector rx = fromArray(S, rate, 0);
        final DoubleVector ry = fromArray(S, rate, N);
        final DoubleVector rz = fromArray(S, rate, 2 * N);
        final DoubleVector xx = fromArray(S, pose.inertia, N * o);
        final DoubleVector yy = fromArray(S, pose.inertia, N * (o + 1));
        final DoubleVector zz = fromArray(S, pose.inertia, N * (o + 2));
        final DoubleVector xy = fromArray(S, pose.inertia, N * (o + 3));
        final DoubleVector xz = fromArray(S, pose.inertia, N * (o + 4));
        final DoubleVector yz = fromArray(S, pose.inertia, N * (o + 5));
        final DoubleVector lx = xx.mul(wx).add(xy.mul(wy)).add(xz.mul(wz));
        final DoubleVector ly = xy.mul(wx).add(yy.mul(wy)).add(yz.mul(wz));
        final DoubleVector lz = xz.mul(wx).add(yz.mul(wy)).add(zz.mul(wz));
        fromArray(S, wrench, N * (o + 3))
                .add(xx.mul(rx).add(xy.mul(ry)).add(xz.mul(rz)))
                .add(wy.mul(lz).sub(wz.mul(ly)))
                .intoArray(wrench, N * (o + 3));
        fromArray(S, wrench, N * (o + 4))
                .add(xy.mul(rx).add(yy.mul(ry)).add(yz.mul(rz)))
                .add(wz.mul(lx).sub(wx.mul(lz)))
                .intoArray(wrench, N * (o + 4));
        fromArray(S, wrench, N * (o + 5))
                .add(xz.mul(rx).add(yz.mul(ry)).add(zz.mul(rz)))
                .add(wx.mul(ly).sub(wy.mul(lx)))
                .intoArray(wrench, N * (o + 5));
    }

    /** Sums a leg from its calf up: what each joint and the trunk must give. */
    private void gather(final int hip) {
        final int a = 6 * N * hip;
        for (int i = 0; i < 6 * N; i += N) {
            final DoubleVector thigh = fromArray(S, wrench, a + 12 * N + i).add(fromArray(S, wrench, a + 6 * N + i));
            final DoubleVector all = thigh.add(fromArray(S, wrench, a + i));
            thigh.intoArray(wrench, a + 6 * N + i);
            all.intoArray(wrench, a + i);
            fromArray(S, bias, i).add(all).intoArray(bias, i);
        }
        final int p = 3 * N * hip;
        fromArray(S, pose.origin, p + 2 * N)
                .mul(fromArray(S, wrench, a + N))
                .add(fromArray(S, wrench, a + 3 * N)
                        .sub(fromArray(S, pose.origin, p + N).mul(fromArray(S, wrench, a + 2 * N))))
                .intoArray(bias, 6 * N + N * hip);
        torque(N * hip, N * (hip + 1));
        torque(N * hip, N * (hip + 2));
    }

    private void torque(final int hip, final int joint) {
        final int p = 3 * joint;
        final int o = 6 * joint;
        final DoubleVector turning = fromArray(S, pose.cosine, hip)
                .mul(fromArray(S, wrench, o + 4 * N))
                .add(fromArray(S, pose.sine, hip).mul(fromArray(S, wrench, o + 5 * N)));
        fromArray(S, pose.lever, p)
                .mul(fromArray(S, wrench, o))
                .add(fromArray(S, pose.lever, p + N).mul(fromArray(S, wrench, o + N)))
                .add(fromArray(S, pose.lever, p + 2 * N).mul(fromArray(S, wrench, o + 2 * N)))
                .add(turning)
                .intoArray(bias, 6 * N + joint);
    }
}
