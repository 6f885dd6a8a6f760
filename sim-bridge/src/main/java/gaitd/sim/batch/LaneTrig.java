package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Sines and cosines of one angle a lane, the numbers of the scalar engine's.
 *
 * <p>Multiples of pi or pi/2 are rounded by adding a number so large that its last place is 1; its last bits then are the
 * half or quarter turn. Source of the polynomials: FDLIBM (Sun Microsystems, 1993, kernel sine and cosine).
 */
final class LaneTrig {
    private static final double LARGEST = 1e5;
    private static final double TWO_OVER_PI = 2 / Math.PI;
    private static final double QUARTER_HIGH = 0x1.921fb544p0;
    private static final double QUARTER_MIDDLE = 0x1.0b4611a6p-34;
    private static final double QUARTER_LOW = 0x1.3198a2e037073p-69;
    private static final double ROUNDING = 0x1.8p52;

    private LaneTrig() {}

    /**
     * Sines and cosines of joint angles to 1e5 rad.
     *
     * <p>Reduction to the nearest multiple of pi, then the power series to orders 21 and 20.
     *
     * @param angle angles, rad
     * @param count how many angles each robot has
     * @param sine receives the sines
     * @param cosine receives the cosines
     */
    static void sinCos(final double[] angle, final int count, final double[] sine, final double[] cosine) {
        for (int i = 0; i < count * N; i += N) {
            final DoubleVector x = fromArray(S, angle, i);
            final DoubleVector shifted = x.mul(1 / Math.PI).add(ROUNDING);
            final DoubleVector n = shifted.sub(ROUNDING);
            final LongVector sign = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 63);
            final DoubleVector r = x.sub(n.mul(2 * QUARTER_HIGH))
                    .sub(n.mul(2 * QUARTER_MIDDLE))
                    .sub(n.mul(2 * QUARTER_LOW));
            final DoubleVector z = r.mul(r);
            final DoubleVector s = z.mul(1 / 5.109094217170944e19)
                    .sub(1 / 1.21645100408832e17)
                    .mul(z)
                    .add(1 / 3.55687428096e14)
                    .mul(z)
                    .sub(1 / 1.307674368e12)
                    .mul(z)
                    .add(1 / 6.2270208e9)
                    .mul(z)
                    .sub(1 / 3.99168e7)
                    .mul(z)
                    .add(1 / 362880.0)
                    .mul(z)
                    .sub(1 / 5040.0)
                    .mul(z)
                    .add(1 / 120.0)
                    .mul(z)
                    .sub(1 / 6.0);
            final DoubleVector c = z.mul(1 / 2.43290200817664e18)
                    .sub(1 / 6.402373705728e15)
                    .mul(z)
                    .add(1 / 2.0922789888e13)
                    .mul(z)
                    .sub(1 / 8.71782912e10)
                    .mul(z)
                    .add(1 / 4.790016e8)
                    .mul(z)
                    .sub(1 / 3.6288e6)
                    .mul(z)
                    .add(1 / 40320.0)
                    .mul(z)
                    .sub(1 / 720.0)
                    .mul(z)
                    .add(1 / 24.0)
                    .mul(z)
                    .sub(0.5);
            r.add(r.mul(z.mul(s)))
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(sine, i);
            broadcast(S, 1.0)
                    .add(z.mul(c))
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(cosine, i);
        }
    }

    /** Sine and cosine of one angle each, by FDLIBM's polynomials. */
    static void sinCos(final double[] angle, final double[] sine, final double[] cosine) {
        near(angle, sine, cosine);
        if (!fromArray(S, angle, 0).abs().lt(LARGEST).allTrue()) {
            far(angle, sine, cosine);
        }
    }

    private static void near(final double[] angle, final double[] sine, final double[] cosine) {
        final DoubleVector x = fromArray(S, angle, 0);
        final DoubleVector shifted = x.mul(TWO_OVER_PI).add(ROUNDING);
        final DoubleVector n = shifted.sub(ROUNDING);
        final LongVector turn = shifted.reinterpretAsLongs();
        final DoubleVector r =
                x.sub(n.mul(QUARTER_HIGH)).sub(n.mul(QUARTER_MIDDLE)).sub(n.mul(QUARTER_LOW));
        final DoubleVector z = r.mul(r);
        final DoubleVector sinTail = z.mul(1.58969099521155e-10)
                .add(-2.5050760253406863e-08)
                .mul(z)
                .add(2.7557313707070068e-06)
                .mul(z)
                .add(-0.0001984126982985795)
                .mul(z)
                .add(0.00833333333332249);
        final DoubleVector s = r.add(z.mul(r).mul(z.mul(sinTail).add(-0.16666666666666632)));
        final DoubleVector cosTail = z.mul(-1.1359647557788195e-11)
                .add(2.087572321298175e-09)
                .mul(z)
                .add(-2.7557314351390663e-07)
                .mul(z)
                .add(2.480158728947673e-05)
                .mul(z)
                .add(-0.001388888888887411);
        final DoubleVector half = z.mul(0.5);
        final DoubleVector near = broadcast(S, 1.0).sub(half);
        final DoubleVector c = near.add(broadcast(S, 1.0)
                .sub(near)
                .sub(half)
                .add(z.mul(z).mul(z.mul(cosTail).add(0.0416666666666666))));
        final VectorMask<Double> odd =
                turn.and(1).compare(VectorOperators.NE, 0).cast(S);
        s.blend(c, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, turn.and(2).lanewise(VectorOperators.LSHL, 62))
                .reinterpretAsDoubles()
                .intoArray(sine, 0);
        c.blend(s, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, turn.add(1).and(2).lanewise(VectorOperators.LSHL, 62))
                .reinterpretAsDoubles()
                .intoArray(cosine, 0);
    }

    private static void far(final double[] angle, final double[] sine, final double[] cosine) {
        for (int k = 0; k < N; k++) {
            if (!(Math.abs(angle[k]) < LARGEST)) {
                sine[k] = StrictMath.sin(angle[k]);
                cosine[k] = StrictMath.cos(angle[k]);
            }
        }
    }
}
