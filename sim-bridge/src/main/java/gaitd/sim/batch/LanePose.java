package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import jdk.incubator.vector.DoubleVector;

/**
 * Where the links of a group's robots are, in trunk axes from the trunk origins.
 *
 * <p>A hip's axis is (1, 0, 0), so its lever is (0, z, -y) of its origin; the axes of thigh and calf are (0, cos, sin) of the
 * hip angle. Products with those zeros and ones are left out, which changes no number. Scratch of one worker, for one group
 * at a time.
 */
final class LanePose {
    /** World from trunk, 3 x 3. */
    final double[] rotation = Lanes.room(9);
    /** Joint positions, 12 x 3, m. */
    final double[] origin = Lanes.room(3 * A1.JOINTS);
    /** Origin cross axis of thigh and calf, in their rows of 12 x 3; rows of hips unused. */
    final double[] lever = Lanes.room(3 * A1.JOINTS);
    /** Centres of the feet, 4 x 3, m. */
    final double[] foot = Lanes.room(3 * A1.LEGS);
    /** Centres of mass of the leg links, 12 x 3, m. */
    final double[] com = Lanes.room(3 * A1.JOINTS);
    /** Inertias of the leg links about their centres of mass, xx yy zz xy xz yz, 12 x 6, kg m^2. */
    final double[] inertia = Lanes.room(6 * A1.JOINTS);
    /** Sines of hip angle, thigh angle, and thigh and knee angle together, 4 x 3. */
    final double[] sine = Lanes.room(A1.JOINTS);
    /** Their cosines. */
    final double[] cosine = Lanes.room(A1.JOINTS);

    private final double[] angle = Lanes.room(A1.JOINTS);
    private final LaneModels models;

    LanePose(final LaneModels models) {
        this.models = models;
    }

    /** Turns the joint angles of a group into sines and cosines. */
    void readAngles(final int group, final double[] q) {
        final int j = group * A1.JOINTS;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int l = 3 * leg;
            final DoubleVector thigh = fromArray(S, q, N * (j + l + 1));
            fromArray(S, q, N * (j + l)).intoArray(angle, N * l);
            thigh.intoArray(angle, N * (l + 1));
            thigh.add(fromArray(S, q, N * (j + l + 2))).intoArray(angle, N * (l + 2));
        }
        LaneTrig.sinCos(angle, A1.JOINTS, sine, cosine);
    }

    /** Turns the quaternions of a group into matrices. */
    void readAttitude(final int group, final double[] quaternion) {
        final DoubleVector w = fromArray(S, quaternion, N * (4 * group));
        final DoubleVector x = fromArray(S, quaternion, N * (4 * group + 1));
        final DoubleVector y = fromArray(S, quaternion, N * (4 * group + 2));
        final DoubleVector z = fromArray(S, quaternion, N * (4 * group + 3));
        final DoubleVector one = broadcast(S, 1);
        one.sub(y.mul(y).add(z.mul(z)).mul(2)).intoArray(rotation, 0);
        x.mul(y).sub(w.mul(z)).mul(2).intoArray(rotation, N);
        x.mul(z).add(w.mul(y)).mul(2).intoArray(rotation, 2 * N);
        x.mul(y).add(w.mul(z)).mul(2).intoArray(rotation, 3 * N);
        one.sub(x.mul(x).add(z.mul(z)).mul(2)).intoArray(rotation, 4 * N);
        y.mul(z).sub(w.mul(x)).mul(2).intoArray(rotation, 5 * N);
        x.mul(z).sub(w.mul(y)).mul(2).intoArray(rotation, 6 * N);
        y.mul(z).add(w.mul(x)).mul(2).intoArray(rotation, 7 * N);
        one.sub(x.mul(x).add(y.mul(y)).mul(2)).intoArray(rotation, 8 * N);
    }

    /** Places joints and feet; wants angles read. */
    void placeJoints(final int group) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            placeLeg(leg, 3 * (13 * group + 3 * leg + 1));
        }
    }

    /** Places centres of mass and inertias; wants joints placed. */
    void placeLinks(final int group) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int link = 13 * group + 3 * leg + 1;
            hipLink(3 * leg, link);
            turnedLink(3 * leg + 1, link + 1);
            turnedLink(3 * leg + 2, link + 2);
        }
    }

    private void placeLeg(final int leg, final int offset) {
        final int o = 9 * leg;
        final double[] off = models.offsetM;
        final DoubleVector ch = fromArray(S, cosine, N * (3 * leg));
        final DoubleVector sh = fromArray(S, sine, N * (3 * leg));
        final DoubleVector hx = fromArray(S, off, N * offset);
        final DoubleVector hy = fromArray(S, off, N * (offset + 1));
        final DoubleVector hz = fromArray(S, off, N * (offset + 2));
        hx.intoArray(origin, N * o);
        hy.intoArray(origin, N * (o + 1));
        hz.intoArray(origin, N * (o + 2));
        final DoubleVector ty = fromArray(S, off, N * (offset + 4));
        final DoubleVector tz = fromArray(S, off, N * (offset + 5));
        final DoubleVector x1 = hx.add(fromArray(S, off, N * (offset + 3)));
        final DoubleVector y1 = hy.add(ch.mul(ty)).sub(sh.mul(tz));
        final DoubleVector z1 = hz.add(sh.mul(ty)).add(ch.mul(tz));
        joint(o + 3, x1, y1, z1, ch, sh);
        final DoubleVector c = fromArray(S, cosine, N * (3 * leg + 1));
        final DoubleVector s = fromArray(S, sine, N * (3 * leg + 1));
        final DoubleVector cx = fromArray(S, off, N * (offset + 6));
        final DoubleVector cy = fromArray(S, off, N * (offset + 7));
        final DoubleVector cz = fromArray(S, off, N * (offset + 8));
        final DoubleVector x2 = x1.add(c.mul(cx)).add(s.mul(cz));
        final DoubleVector y2 =
                y1.add(sh.mul(s).mul(cx)).add(ch.mul(cy)).sub(sh.mul(c).mul(cz));
        final DoubleVector z2 =
                z1.sub(ch.mul(s).mul(cx)).add(sh.mul(cy)).add(ch.mul(c).mul(cz));
        joint(o + 6, x2, y2, z2, ch, sh);
        final DoubleVector ck = fromArray(S, cosine, N * (3 * leg + 2));
        final DoubleVector sk = fromArray(S, sine, N * (3 * leg + 2));
        x2.sub(sk.mul(A1.CALF_M)).intoArray(foot, N * (3 * leg));
        y2.add(sh.mul(ck).mul(A1.CALF_M)).intoArray(foot, N * (3 * leg + 1));
        z2.sub(ch.mul(ck).mul(A1.CALF_M)).intoArray(foot, N * (3 * leg + 2));
    }

    private void joint(
            final int to,
            final DoubleVector x,
            final DoubleVector y,
            final DoubleVector z,
            final DoubleVector ch,
            final DoubleVector sh) {
        x.intoArray(origin, N * to);
        y.intoArray(origin, N * (to + 1));
        z.intoArray(origin, N * (to + 2));
        y.mul(sh).sub(z.mul(ch)).intoArray(lever, N * to);
        x.mul(sh).neg().intoArray(lever, N * (to + 1));
        x.mul(ch).intoArray(lever, N * (to + 2));
    }

    private void hipLink(final int joint, final int link) {
        final double[] own = models.inertiaKgM2;
        final int i = 6 * link;
        final int t = 6 * joint;
        final DoubleVector ch = fromArray(S, cosine, N * joint);
        final DoubleVector sh = fromArray(S, sine, N * joint);
        final DoubleVector yy = fromArray(S, own, N * (i + 1));
        final DoubleVector zz = fromArray(S, own, N * (i + 2));
        final DoubleVector xy = fromArray(S, own, N * (i + 3));
        final DoubleVector xz = fromArray(S, own, N * (i + 4));
        final DoubleVector yz = fromArray(S, own, N * (i + 5));
        final DoubleVector b1 = ch.mul(yy).sub(sh.mul(yz));
        final DoubleVector b2 = ch.mul(yz).sub(sh.mul(zz));
        final DoubleVector c1 = sh.mul(yy).add(ch.mul(yz));
        final DoubleVector c2 = sh.mul(yz).add(ch.mul(zz));
        fromArray(S, own, N * i).intoArray(inertia, N * t);
        b1.mul(ch).sub(b2.mul(sh)).intoArray(inertia, N * (t + 1));
        c1.mul(sh).add(c2.mul(ch)).intoArray(inertia, N * (t + 2));
        xy.mul(ch).sub(xz.mul(sh)).intoArray(inertia, N * (t + 3));
        xy.mul(sh).add(xz.mul(ch)).intoArray(inertia, N * (t + 4));
        b1.mul(sh).add(b2.mul(ch)).intoArray(inertia, N * (t + 5));
        final int c = 3 * link;
        final int p = 3 * joint;
        final DoubleVector y = fromArray(S, models.comM, N * (c + 1));
        final DoubleVector z = fromArray(S, models.comM, N * (c + 2));
        fromArray(S, origin, N * p).add(fromArray(S, models.comM, N * c)).intoArray(com, N * p);
        fromArray(S, origin, N * (p + 1)).add(ch.mul(y)).sub(sh.mul(z)).intoArray(com, N * (p + 1));
        fromArray(S, origin, N * (p + 2)).add(sh.mul(y)).add(ch.mul(z)).intoArray(com, N * (p + 2));
    }

    private void turnedLink(final int joint, final int link) {
        final int hip = joint - joint % 3;
        final DoubleVector t4 = fromArray(S, cosine, N * hip);
        final DoubleVector t7 = fromArray(S, sine, N * hip);
        final DoubleVector t0 = fromArray(S, cosine, N * joint);
        final DoubleVector t2 = fromArray(S, sine, N * joint);
        final DoubleVector t3 = t7.mul(t2);
        final DoubleVector t5 = t7.mul(t0).neg();
        final DoubleVector t6 = t4.mul(t2).neg();
        final DoubleVector t8 = t4.mul(t0);
        final int c = 3 * link;
        final int p = 3 * joint;
        final DoubleVector x = fromArray(S, models.comM, N * c);
        final DoubleVector y = fromArray(S, models.comM, N * (c + 1));
        final DoubleVector z = fromArray(S, models.comM, N * (c + 2));
        fromArray(S, origin, N * p).add(t0.mul(x)).add(t2.mul(z)).intoArray(com, N * p);
        fromArray(S, origin, N * (p + 1))
                .add(t3.mul(x))
                .add(t4.mul(y))
                .add(t5.mul(z))
                .intoArray(com, N * (p + 1));
        fromArray(S, origin, N * (p + 2))
                .add(t6.mul(x))
                .add(t7.mul(y))
                .add(t8.mul(z))
                .intoArray(com, N * (p + 2));
        final double[] own = models.inertiaKgM2;
        final int i = 6 * link;
        final DoubleVector xx = fromArray(S, own, N * i);
        final DoubleVector yy = fromArray(S, own, N * (i + 1));
        final DoubleVector zz = fromArray(S, own, N * (i + 2));
        final DoubleVector xy = fromArray(S, own, N * (i + 3));
        final DoubleVector xz = fromArray(S, own, N * (i + 4));
        final DoubleVector yz = fromArray(S, own, N * (i + 5));
        final DoubleVector a0 = t0.mul(xx).add(t2.mul(xz));
        final DoubleVector a1 = t0.mul(xy).add(t2.mul(yz));
        final DoubleVector a2 = t0.mul(xz).add(t2.mul(zz));
        final DoubleVector b0 = t3.mul(xx).add(t4.mul(xy)).add(t5.mul(xz));
        final DoubleVector b1 = t3.mul(xy).add(t4.mul(yy)).add(t5.mul(yz));
        final DoubleVector b2 = t3.mul(xz).add(t4.mul(yz)).add(t5.mul(zz));
        final DoubleVector c0 = t6.mul(xx).add(t7.mul(xy)).add(t8.mul(xz));
        final DoubleVector c1 = t6.mul(xy).add(t7.mul(yy)).add(t8.mul(yz));
        final DoubleVector c2 = t6.mul(xz).add(t7.mul(yz)).add(t8.mul(zz));
        final int t = 6 * joint;
        a0.mul(t0).add(a2.mul(t2)).intoArray(inertia, N * t);
        b0.mul(t3).add(b1.mul(t4)).add(b2.mul(t5)).intoArray(inertia, N * (t + 1));
        c0.mul(t6).add(c1.mul(t7)).add(c2.mul(t8)).intoArray(inertia, N * (t + 2));
        a0.mul(t3).add(a1.mul(t4)).add(a2.mul(t5)).intoArray(inertia, N * (t + 3));
        a0.mul(t6).add(a1.mul(t7)).add(a2.mul(t8)).intoArray(inertia, N * (t + 4));
        b0.mul(t6).add(b1.mul(t7)).add(b2.mul(t8)).intoArray(inertia, N * (t + 5));
    }
}
