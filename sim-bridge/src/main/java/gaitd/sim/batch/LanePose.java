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

    /** Takes the sines and cosines of a group from those of the batch. */
    void takeAngles(final int group, final double[] sines, final double[] cosines) {
        System.arraycopy(sines, A1.JOINTS * N * group, sine, 0, A1.JOINTS * N);
        System.arraycopy(cosines, A1.JOINTS * N * group, cosine, 0, A1.JOINTS * N);
    }

    /** Turns the joint angles of a group into sines and cosines, here and of the batch. */
    void readAngles(final int group, final double[] q, final double[] sines, final double[] cosines) {
        final int j = group * A1.JOINTS;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int l = 3 * leg;
            final DoubleVector thigh = fromArray(S, q, N * (j + l + 1));
            fromArray(S, q, N * (j + l)).intoArray(angle, N * l);
            thigh.intoArray(angle, N * (l + 1));
            thigh.add(fromArray(S, q, N * (j + l + 2))).intoArray(angle, N * (l + 2));
        }
        LaneTrig.sinCos(angle, A1.JOINTS, sine, cosine);
        System.arraycopy(sine, 0, sines, A1.JOINTS * N * group, A1.JOINTS * N);
        System.arraycopy(cosine, 0, cosines, A1.JOINTS * N * group, A1.JOINTS * N);
    }

    /** Turns the quaternions of a group into matrices. */
    void readAttitude(final int group, final double[] quaternion) {
        final DoubleVector w = fromArray(S, quaternion, N * (4 * group));
        final DoubleVector x = fromArray(S, quaternion, N * (4 * group + 1));
        final DoubleVector y = fromArray(S, quaternion, N * (4 * group + 2));
        final DoubleVector z = fromArray(S, quaternion, N * (4 * group + 3));
        final DoubleVector one = broadcast(S, 1.0);
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

    /** Places joints and feet; angles must have been read. */
    void placeJoints(final int group) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            placeLeg(leg, 3 * (13 * group + 3 * leg + 1));
        }
    }

    /** Places levers, centres of mass and inertias; joints must have been placed. */
    void placeLinks(final int group) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            lever(9 * N * leg + 3 * N, 3 * N * leg);
            lever(9 * N * leg + 6 * N, 3 * N * leg);
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
        final DoubleVector y1 = hy.add(ch.mul(ty).sub(sh.mul(tz)));
        final DoubleVector z1 = hz.add(sh.mul(ty).add(ch.mul(tz)));
        x1.intoArray(origin, N * (o + 3));
        y1.intoArray(origin, N * (o + 4));
        z1.intoArray(origin, N * (o + 5));
        final DoubleVector c = fromArray(S, cosine, N * (3 * leg + 1));
        final DoubleVector s = fromArray(S, sine, N * (3 * leg + 1));
        final DoubleVector cx = fromArray(S, off, N * (offset + 6));
        final DoubleVector cy = fromArray(S, off, N * (offset + 7));
        final DoubleVector cz = fromArray(S, off, N * (offset + 8));
        final DoubleVector down = c.mul(cz).sub(s.mul(cx));
        final DoubleVector x2 = x1.add(c.mul(cx).add(s.mul(cz)));
        final DoubleVector y2 = y1.add(ch.mul(cy).sub(sh.mul(down)));
        final DoubleVector z2 = z1.add(sh.mul(cy).add(ch.mul(down)));
        x2.intoArray(origin, N * (o + 6));
        y2.intoArray(origin, N * (o + 7));
        z2.intoArray(origin, N * (o + 8));
        final DoubleVector ck = fromArray(S, cosine, N * (3 * leg + 2));
        final DoubleVector sk = fromArray(S, sine, N * (3 * leg + 2));
        x2.sub(sk.mul(A1.CALF_M)).intoArray(foot, N * (3 * leg));
        y2.add(sh.mul(ck).mul(A1.CALF_M)).intoArray(foot, N * (3 * leg + 1));
        z2.sub(ch.mul(ck).mul(A1.CALF_M)).intoArray(foot, N * (3 * leg + 2));
    }

    private void lever(final int o, final int leg) {
        final DoubleVector ch = fromArray(S, cosine, leg);
        final DoubleVector sh = fromArray(S, sine, leg);
        final DoubleVector x = fromArray(S, origin, o);
        fromArray(S, origin, o + N)
                .mul(sh)
                .sub(fromArray(S, origin, o + 2 * N).mul(ch))
                .intoArray(lever, o);
        x.mul(sh).neg().intoArray(lever, o + N);
        x.mul(ch).intoArray(lever, o + 2 * N);
    }

    private void hipLink(final int joint, final int link) {
        final DoubleVector ch = fromArray(S, cosine, N * joint);
        final DoubleVector sh = fromArray(S, sine, N * joint);
        final int c = 3 * N * link;
        final int p = 3 * N * joint;
        final DoubleVector y = fromArray(S, models.comM, c + N);
        final DoubleVector z = fromArray(S, models.comM, c + 2 * N);
        fromArray(S, origin, p).add(fromArray(S, models.comM, c)).intoArray(com, p);
        fromArray(S, origin, p + N).add(ch.mul(y).sub(sh.mul(z))).intoArray(com, p + N);
        fromArray(S, origin, p + 2 * N).add(sh.mul(y).add(ch.mul(z))).intoArray(com, p + 2 * N);
        System.arraycopy(models.inertiaKgM2, 6 * N * link, inertia, 6 * N * joint, 6 * N);
        turnAboutX(6 * N * joint, N * joint);
    }

    private void turnedLink(final int joint, final int link) {
        final int hip = N * (joint - joint % 3);
        final DoubleVector ch = fromArray(S, cosine, hip);
        final DoubleVector sh = fromArray(S, sine, hip);
        final DoubleVector co = fromArray(S, cosine, N * joint);
        final DoubleVector si = fromArray(S, sine, N * joint);
        final int c = 3 * N * link;
        final int p = 3 * N * joint;
        final DoubleVector x = fromArray(S, models.comM, c);
        final DoubleVector y = fromArray(S, models.comM, c + N);
        final DoubleVector z = fromArray(S, models.comM, c + 2 * N);
        final DoubleVector down = co.mul(z).sub(si.mul(x));
        fromArray(S, origin, p).add(co.mul(x).add(si.mul(z))).intoArray(com, p);
        fromArray(S, origin, p + N).add(ch.mul(y).sub(sh.mul(down))).intoArray(com, p + N);
        fromArray(S, origin, p + 2 * N).add(sh.mul(y).add(ch.mul(down))).intoArray(com, p + 2 * N);
        turnAboutY(6 * N * link, 6 * N * joint, N * joint);
        turnAboutX(6 * N * joint, hip);
    }

    /** Inertia of a link turned by its angle against the hip link. */
    private void turnAboutY(final int i, final int t, final int joint) {
        final double[] own = models.inertiaKgM2;
        final DoubleVector co = fromArray(S, cosine, joint);
        final DoubleVector si = fromArray(S, sine, joint);
        final DoubleVector xx = fromArray(S, own, i);
        final DoubleVector zz = fromArray(S, own, i + 2 * N);
        final DoubleVector xy = fromArray(S, own, i + 3 * N);
        final DoubleVector across = fromArray(S, own, i + 4 * N);
        final DoubleVector yz = fromArray(S, own, i + 5 * N);
        final DoubleVector cs = co.mul(si);
        final DoubleVector cc = co.mul(co);
        final DoubleVector ss = si.mul(si);
        final DoubleVector twice = cs.mul(2).mul(across);
        cc.mul(xx).add(twice).add(ss.mul(zz)).intoArray(inertia, t);
        fromArray(S, own, i + N).intoArray(inertia, t + N);
        ss.mul(xx).sub(twice).add(cc.mul(zz)).intoArray(inertia, t + 2 * N);
        co.mul(xy).add(si.mul(yz)).intoArray(inertia, t + 3 * N);
        cs.mul(zz.sub(xx)).add(cc.sub(ss).mul(across)).intoArray(inertia, t + 4 * N);
        co.mul(yz).sub(si.mul(xy)).intoArray(inertia, t + 5 * N);
    }

    /** Turns an inertia on by the hip angle, in place. */
    private void turnAboutX(final int t, final int hip) {
        final DoubleVector ch = fromArray(S, cosine, hip);
        final DoubleVector sh = fromArray(S, sine, hip);
        final DoubleVector yy = fromArray(S, inertia, t + N);
        final DoubleVector zz = fromArray(S, inertia, t + 2 * N);
        final DoubleVector xy = fromArray(S, inertia, t + 3 * N);
        final DoubleVector xz = fromArray(S, inertia, t + 4 * N);
        final DoubleVector yz = fromArray(S, inertia, t + 5 * N);
        final DoubleVector cs = ch.mul(sh);
        final DoubleVector cc = ch.mul(ch);
        final DoubleVector ss = sh.mul(sh);
        final DoubleVector twice = cs.mul(2).mul(yz);
        cc.mul(yy).sub(twice).add(ss.mul(zz)).intoArray(inertia, t + N);
        ss.mul(yy).add(twice).add(cc.mul(zz)).intoArray(inertia, t + 2 * N);
        ch.mul(xy).sub(sh.mul(xz)).intoArray(inertia, t + 3 * N);
        sh.mul(xy).add(ch.mul(xz)).intoArray(inertia, t + 4 * N);
        cs.mul(yy.sub(zz)).add(cc.sub(ss).mul(yz)).intoArray(inertia, t + 5 * N);
    }
}
