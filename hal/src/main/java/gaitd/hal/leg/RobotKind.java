package gaitd.hal.leg;

/**
 * Robots with the A1's tree of joints and its conventions of signs and order, by what differs between them.
 *
 * <p>Only the A1 is simulated and walked by gaitd; the others are there for their recordings.
 */
public enum RobotKind {
    /** Unitree A1. */
    A1(gaitd.hal.A1.MASS_KG),
    /** Unitree Go1. */
    GO1(12.5);

    /** Its mass, kg. */
    public final double massKg;

    RobotKind(final double massKg) {
        this.massKg = massKg;
    }

    /**
     * Its legs.
     *
     * @return their lengths
     */
    public LegGeometry legs() {
        return switch (this) {
            case A1 -> LegGeometry.A1;
            case GO1 -> LegGeometry.GO1;
        };
    }
}
