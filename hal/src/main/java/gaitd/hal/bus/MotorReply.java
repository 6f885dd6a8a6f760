package gaitd.hal.bus;

/** What one motor answers, on the rotor's side of the gear. Not thread-safe. */
public final class MotorReply {
    /** Number on its bus. */
    public int id;
    /** Mode, see {@link gaitd.hal.MotorMode}. */
    public int mode;
    /** Temperature, degrees Celsius. */
    public int temperatureC;
    /** The motor's own fault, 0 for none; sources contradict each other about the others. */
    public int error;
    /** Rotor torque, N m. */
    public double torqueNm;
    /** Rotor speed, not filtered, rad/s. */
    public double speedRadS;
    /** Rotor speed as the motor filters it, rad/s. */
    public double filteredSpeedRadS;
    /** Rotor acceleration, rad/s^2. */
    public double accelerationRadS2;
    /** Rotor angle, rad. */
    public double positionRad;
    /** Angular velocity of the motor's own sensor, rad/s. */
    public final double[] gyroRadS = new double[3];
    /** Specific force of the motor's own sensor, m/s^2. */
    public final double[] accelerometerMS2 = new double[3];
}
