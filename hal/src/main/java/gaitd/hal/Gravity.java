package gaitd.hal;

/** The acceleration of gravity that sensors, controller, simulators and measurements share. */
public final class Gravity {
    /** Magnitude, m/s^2; the world's z axis points against it. */
    public static final double M_S2 = 9.81;

    private Gravity() {}
}
