package gaitd.maths;

/**
 * Sine and cosine with the same bits on every machine and without the arrays that StrictMath allocates.
 *
 * <p>Reduction to the nearest multiple of pi/2 in three parts, then the polynomials of FDLIBM (Sun Microsystems, 1993,
 * kernel sine and cosine). Error below 1e-15 for angles to 1e5 rad; beyond, and for what is not finite, StrictMath.
 */
public final class Trig {
    private static final double LARGEST = 1e5;
    private static final double TWO_OVER_PI = 2 / Math.PI;
    private static final double QUARTER_HIGH = 0x1.921fb544p0;
    private static final double QUARTER_MIDDLE = 0x1.0b4611a6p-34;
    private static final double QUARTER_LOW = 0x1.3198a2e037073p-69;

    private static final double ONE_OVER_PI = 1 / Math.PI;

    private Trig() {}

    /**
     * Sine and cosine of several angles to 1e5 rad, with errors below 1e-15, none waiting for another.
     *
     * <p>Reduction to the nearest multiple of pi, then the power series to orders 21 and 20: no branch.
     *
     * @param angle angles, rad
     * @param sine of each
     * @param cosine of each
     */
    public static void sinCos(final double[] angle, final double[] sine, final double[] cosine) {
        for (int i = 0; i < angle.length; i++) {
            final double n = Math.rint(angle[i] * ONE_OVER_PI);
            final double odd = n - 2 * Math.rint(0.5 * n);
            final double sign = 1 - 2 * odd * odd;
            final double r = angle[i] - n * (2 * QUARTER_HIGH) - n * (2 * QUARTER_MIDDLE) - n * (2 * QUARTER_LOW);
            final double z = r * r;
            double s = z * (1 / 5.109094217170944e19) - 1 / 1.21645100408832e17;
            double c = z * (1 / 2.43290200817664e18) - 1 / 6.402373705728e15;
            s = z * s + 1 / 3.55687428096e14;
            c = z * c + 1 / 2.0922789888e13;
            s = z * s - 1 / 1.307674368e12;
            c = z * c - 1 / 8.71782912e10;
            s = z * s + 1 / 6.2270208e9;
            c = z * c + 1 / 4.790016e8;
            s = z * s - 1 / 3.99168e7;
            c = z * c - 1 / 3.6288e6;
            s = z * s + 1 / 362880.0;
            c = z * c + 1 / 40320.0;
            s = z * s - 1 / 5040.0;
            c = z * c - 1 / 720.0;
            s = z * s + 1 / 120.0;
            c = z * c + 1 / 24.0;
            s = z * s - 1 / 6.0;
            c = z * c - 0.5;
            sine[i] = sign * (r + r * (z * s));
            cosine[i] = sign * (1 + z * c);
        }
    }

    /**
     * Sine.
     *
     * @param x angle, rad
     * @return from -1 to 1, not a number for what is not finite
     */
    public static double sin(final double x) {
        if (!(Math.abs(x) < LARGEST)) {
            return StrictMath.sin(x);
        }
        final double n = Math.rint(x * TWO_OVER_PI);
        return quarter(x, n, (int) n);
    }

    /**
     * Cosine.
     *
     * @param x angle, rad
     * @return from -1 to 1, not a number for what is not finite
     */
    public static double cos(final double x) {
        if (!(Math.abs(x) < LARGEST)) {
            return StrictMath.cos(x);
        }
        final double n = Math.rint(x * TWO_OVER_PI);
        return quarter(x, n, (int) n + 1);
    }

    private static double quarter(final double x, final double n, final int turn) {
        final double r = x - n * QUARTER_HIGH - n * QUARTER_MIDDLE - n * QUARTER_LOW;
        final double value = (turn & 1) == 0 ? kernelSin(r) : kernelCos(r);
        return (turn & 2) == 0 ? value : -value;
    }

    private static double kernelSin(final double r) {
        final double z = r * r;
        final double tail = 0.00833333333332249
                + z
                        * (-0.0001984126982985795
                                + z
                                        * (2.7557313707070068e-06
                                                + z * (-2.5050760253406863e-08 + z * 1.58969099521155e-10)));
        return r + z * r * (-0.16666666666666632 + z * tail);
    }

    private static double kernelCos(final double r) {
        final double z = r * r;
        final double tail = -0.001388888888887411
                + z
                        * (2.480158728947673e-05
                                + z
                                        * (-2.7557314351390663e-07
                                                + z * (2.087572321298175e-09 + z * -1.1359647557788195e-11)));
        final double half = 0.5 * z;
        final double near = 1 - half;
        return near + ((1 - near - half) + z * z * (0.0416666666666666 + z * tail));
    }
}
