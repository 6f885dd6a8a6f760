package gaitd.hal.bus;

/**
 * What one motor is asked to do until its next command, on the rotor's side of the gear.
 *
 * <p>In closed loop the rotor's torque is torque + stiffness x (position - measured) + damping x (speed - measured), the gains in the
 * wire's own units, see {@link MotorGear}. Not thread-safe.
 */
public final class MotorCommand {
    /** Number on its bus, 0 to 2, or {@link #EVERYBODY}. */
    public int id;
    /** Mode, see {@link gaitd.hal.MotorMode}. */
    public int mode;
    /** Rotor torque, N m; 1/256 N m on the wire, below 128 in size. */
    public double torqueNm;
    /** Rotor speed, rad/s; 1/128 rad/s on the wire, below 256 in size. */
    public double speedRadS;
    /** Rotor angle, rad; 6.2832/16384 rad on the wire. */
    public double positionRad;
    /** Stiffness on the wire's own scale, 0 to below 16 in steps of 1/2048. */
    public double stiffness;
    /** Damping on the wire's own scale, 0 to below 32 in steps of 1/1024. */
    public double damping;
    /** The word before the checksum, of unknown meaning, normally 0. */
    public int reserve;

    /** The number that every motor of a bus listens to, and none answers. */
    public static final int EVERYBODY = 0xBB;
}
