package gaitd.hal.imu;

/**
 * How an IMU sits in the trunk, by right angles: which of its axes points where the trunk's x, y and z point.
 *
 * <p>Immutable; turning allocates nothing.
 */
public final class ImuMounting {
    /** The IMU's axes are the trunk's. */
    public static final ImuMounting STRAIGHT = of("x y z");

    private static final int AXES = 3;

    private final int[] axis = new int[AXES];
    private final int[] sign = new int[AXES];
    /** The trunk's orientation in the IMU's axes, w x y z. */
    private final double[] trunk = new double[AXES + 1];

    private ImuMounting() {}

    /**
     * A mounting in words.
     *
     * @param text the IMU's axes along the trunk's x (forward), y (left), z (up), such as {@code "-y x z"}
     * @return the mounting
     * @throws IllegalArgumentException when these are no three axes at right angles, or their mirror image
     */
    public static ImuMounting of(final String text) {
        final String[] words = text.strip().split("\\s+", -1);
        final ImuMounting made = new ImuMounting();
        boolean right = words.length == AXES;
        for (int i = 0; right && i < AXES; i++) {
            right = words[i].matches("[+-]?[xyz]");
            made.axis[i] = right ? "xyz".indexOf(words[i].charAt(words[i].length() - 1)) : 0;
            made.sign[i] = words[i].startsWith("-") ? -1 : 1;
        }
        if (!right || made.handedness() != 1) {
            throw new IllegalArgumentException(
                    "an IMU is not mounted as '" + text
                            + "': expected its axes along the trunk's x, y and z, a right-handed set such as \"x y z\" or \"-y x z\"");
        }
        made.orient();
        return made;
    }

    private int handedness() {
        final int a = axis[0];
        final int b = axis[1];
        final int c = axis[2];
        if (a == b || b == c || a == c) {
            return 0;
        }
        return sign[0] * sign[1] * sign[2] * ((b - a + AXES) % AXES == 1 ? 1 : -1);
    }

    /** The quaternion of the matrix whose columns are the trunk's axes in the IMU's: by its largest part, so that none is lost. */
    private void orient() {
        final double[][] m = new double[AXES][AXES];
        for (int i = 0; i < AXES; i++) {
            m[axis[i]][i] = sign[i];
        }
        final double[] square = {
            1 + m[0][0] + m[1][1] + m[2][2],
            1 + m[0][0] - m[1][1] - m[2][2],
            1 - m[0][0] + m[1][1] - m[2][2],
            1 - m[0][0] - m[1][1] + m[2][2]
        };
        int largest = 0;
        for (int i = 1; i < square.length; i++) {
            largest = square[i] > square[largest] ? i : largest;
        }
        final double half = Math.sqrt(square[largest]);
        final double[] difference = {0, m[2][1] - m[1][2], m[0][2] - m[2][0], m[1][0] - m[0][1]};
        for (int i = 0; i <= AXES; i++) {
            final double part;
            if (i == largest) {
                part = square[largest];
            } else if (largest == 0 || i == 0) {
                part = difference[i + largest];
            } else {
                part = m[i - 1][largest - 1] + m[largest - 1][i - 1];
            }
            trunk[i] = part / (2 * half);
        }
    }

    /**
     * Turns a vector of the IMU's axes into the trunk's.
     *
     * @param imu in the IMU's axes, not modified
     * @param out in the trunk's axes, another array
     */
    void turn(final double[] imu, final double[] out) {
        for (int i = 0; i < AXES; i++) {
            out[i] = sign[i] * imu[axis[i]];
        }
    }

    /**
     * Turns the IMU's orientation into the trunk's.
     *
     * @param imu orientation of the IMU in the world, w x y z, not modified
     * @param out orientation of the trunk in the world, another array
     */
    void orientation(final double[] imu, final double[] out) {
        final double[] b = trunk;
        out[0] = imu[0] * b[0] - imu[1] * b[1] - imu[2] * b[2] - imu[3] * b[3];
        out[1] = imu[0] * b[1] + imu[1] * b[0] + imu[2] * b[3] - imu[3] * b[2];
        out[2] = imu[0] * b[2] - imu[1] * b[3] + imu[2] * b[0] + imu[3] * b[1];
        out[3] = imu[0] * b[3] + imu[1] * b[2] - imu[2] * b[1] + imu[3] * b[0];
    }
}
