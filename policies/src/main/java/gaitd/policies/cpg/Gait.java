package gaitd.policies.cpg;

import java.util.Locale;

/**
 * A gait: phase offsets of the four legs.
 *
 * <p>A leg's phase is the common phase plus its offset, so the leg with the larger offset steps earlier. Leg order FR,
 * FL, RR, RL. Constant; may be read from any thread.
 */
public enum Gait {
    /** Lateral sequence: RL, FL, RR, FR, a quarter of a cycle apart. */
    WALK(0.25, 0.75, 0.5, 0.0, 0.75, 1.3),
    /** Diagonal pairs in turn. */
    TROT(0.0, 0.5, 0.5, 0.0, 0.55, 2.2),
    /** Lateral pairs in turn. */
    PACE(0.0, 0.5, 0.0, 0.5, 0.65, 3.0),
    /** Front and hind pairs in turn. */
    BOUND(0.0, 0.0, 0.5, 0.5, 0.6, 3.0);

    /** How many legs, and the length of every per-leg array of this package. */
    public static final int LEGS = 4;

    private final double frontRight;
    private final double frontLeft;
    private final double rearRight;
    private final double rearLeft;
    private final double dutyFactor;
    private final double frequencyHz;

    Gait(
            final double frontRight,
            final double frontLeft,
            final double rearRight,
            final double rearLeft,
            final double dutyFactor,
            final double frequencyHz) {
        this.frontRight = frontRight;
        this.frontLeft = frontLeft;
        this.rearRight = rearRight;
        this.rearLeft = rearLeft;
        this.dutyFactor = dutyFactor;
        this.frequencyHz = frequencyHz;
    }

    /**
     * How far a leg's phase is ahead of the common phase.
     *
     * @param leg 0 to 3 for FR, FL, RR, RL
     * @return fraction of a cycle in [0, 1)
     */
    public double phaseOffset(final int leg) {
        return switch (leg) {
            case 0 -> frontRight;
            case 1 -> frontLeft;
            case 2 -> rearRight;
            case 3 -> rearLeft;
            default -> throw new IndexOutOfBoundsException(leg);
        };
    }

    /**
     * The share of a cycle that a foot spends on the ground by default.
     *
     * @return fraction in (0, 1)
     */
    public double dutyFactor() {
        return dutyFactor;
    }

    /**
     * The default stepping rate.
     *
     * @return cycles per second
     */
    public double frequencyHz() {
        return frequencyHz;
    }

    /**
     * Reads a gait's name as an operator writes it, in either case, spaces around it ignored. Called at start-up.
     *
     * @param text one of walk, trot, pace, bound
     * @return the gait
     * @throws IllegalArgumentException for any other text, with the allowed names in its one-line message
     */
    public static Gait parse(final String text) {
        final String name = text == null ? "" : text.strip();
        for (final Gait gait : values()) {
            if (gait.name().equalsIgnoreCase(name)) {
                return gait;
            }
        }
        final StringBuilder allowed = new StringBuilder();
        for (final Gait gait : values()) {
            allowed.append(allowed.isEmpty() ? "" : ", ").append(gait);
        }
        throw new IllegalArgumentException(
                "unknown gait '" + name.replaceAll("\\s+", " ") + "': use one of " + allowed);
    }

    /** The name in lower case, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
