package gaitd.sim.measure;

/**
 * The rule for a fall, the same in runs, simulators, evaluation and training.
 *
 * <p>A robot is upright once it carries itself, its trunk origin is {@link #UPRIGHT_HEIGHT_M} or more over the ground, it leans
 * {@link #UPRIGHT_TILT_RAD} or less, and nothing but feet and calves touches the ground. An upright robot falls
 *
 * <ul>
 *   <li>when it leans more than {@link #FALL_TILT_RAD};
 *   <li>when it is to carry itself, and its trunk is lower than {@link #FALL_HEIGHT_M} or its body touches the ground;
 *   <li>when it is let go while it leans more than {@link #RELEASE_TILT_RAD}.
 * </ul>
 *
 * <p>A robot that is let go while it stands, as in sitting down or when a fault damps it, does not fall by sinking to the
 * ground. A fall counts once, until the robot is upright again. Fed by one thread. Allocates nothing.
 */
public final class FallRule {
    /** Trunk height over the ground below which a robot has fallen, m. */
    public static final double FALL_HEIGHT_M = 0.12;
    /** Lean beyond which a robot has fallen, rad. */
    public static final double FALL_TILT_RAD = StrictMath.toRadians(60);
    /** Lean beyond which a robot that is let go has fallen, rad. */
    public static final double RELEASE_TILT_RAD = StrictMath.toRadians(45);
    /** Trunk height over the ground from which a robot may be upright, m. */
    public static final double UPRIGHT_HEIGHT_M = 0.18;
    /** Lean up to which a robot may be upright, rad. */
    public static final double UPRIGHT_TILT_RAD = StrictMath.toRadians(30);

    private static final double FALL_UP = StrictMath.cos(FALL_TILT_RAD);
    private static final double RELEASE_UP = StrictMath.cos(RELEASE_TILT_RAD);
    private static final double UPRIGHT_UP = StrictMath.cos(UPRIGHT_TILT_RAD);

    private boolean upright;
    private boolean carried;
    private int falls;

    /** A robot that lies and has never fallen. */
    public FallRule() {}

    /**
     * Forgets all falls.
     *
     * @param startsUpright whether the robot was placed on its feet
     */
    public void begin(final boolean startsUpright) {
        upright = startsUpright;
        carried = startsUpright;
        falls = 0;
    }

    /**
     * Takes a sample; what is no number counts as fallen.
     *
     * @param sample not modified
     * @param carries whether the robot is to carry itself: it stands or walks, and is not lying, rising, sitting down or damped
     */
    public void update(final WalkSample sample, final boolean carries) {
        final boolean tipped = !(sample.up >= FALL_UP);
        final boolean low = sample.bodyContact || !(sample.heightM >= FALL_HEIGHT_M);
        final boolean dropped = carried && !carries && !(sample.up >= RELEASE_UP);
        carried = carries;
        if (upright && (tipped || dropped || low)) {
            upright = false;
            falls += tipped || dropped || carries ? 1 : 0;
        } else if (carries && !low && sample.heightM >= UPRIGHT_HEIGHT_M && sample.up >= UPRIGHT_UP) {
            upright = true;
        }
    }

    /**
     * Falls so far.
     *
     * @return count
     */
    public int falls() {
        return falls;
    }
}
