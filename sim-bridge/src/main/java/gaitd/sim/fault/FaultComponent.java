package gaitd.sim.fault;

import java.util.List;

/**
 * What of a robot can fail; {@link FaultTable} has how. Measured values are wrong for the controller alone; a drive closes its loop
 * by the true ones.
 */
public enum FaultComponent {
    /** Joint angle as measured. */
    JOINT_ANGLE("joint", "angle", FaultInstances.JOINTS),
    /** Joint speed as measured. */
    JOINT_SPEED("joint", "speed", FaultInstances.JOINTS),
    /** Joint torque as measured. */
    JOINT_TORQUE("joint", "torque", FaultInstances.JOINTS),
    /** Motor temperature as measured. */
    JOINT_TEMPERATURE("joint", "temperature", FaultInstances.JOINTS),
    /** Motor mode as reported. */
    JOINT_MODE("joint", "mode", FaultInstances.JOINTS),
    /** Everything that the inertial unit measures. */
    IMU("imu", "", FaultInstances.ONE),
    /** Angular velocity. */
    IMU_GYRO("imu", "gyro", FaultInstances.ONE),
    /** Specific force. */
    IMU_ACCELEROMETER("imu", "accelerometer", FaultInstances.ONE),
    /** Orientation; an offset and a drift turn it about the trunk's y axis, the wrong sign is the inverse. */
    IMU_QUATERNION("imu", "quaternion", FaultInstances.ONE),
    /** Roll, pitch and yaw. */
    IMU_RPY("imu", "rpy", FaultInstances.ONE),
    /** Foot sensor. */
    FOOT("foot", "", FaultInstances.FEET),
    /** The robot's own time in its states. */
    TICK("tick", "", FaultInstances.ONE),
    /** Bytes of the wireless remote. */
    REMOTE("remote", "", FaultInstances.ONE),
    /** Battery; off is a switched-off robot, the others change the voltage that limits torque at speed. */
    BATTERY("battery", "", FaultInstances.ONE),
    /** Motor with its drive. */
    MOTOR("motor", "", FaultInstances.JOINTS),
    /** Datagrams from the robot to the controller. */
    STATE("state", "", FaultInstances.ONE),
    /** Datagrams from the controller to the robot. */
    COMMAND("command", "", FaultInstances.ONE),
    /** The robot's main board. */
    BOARD("board", "", FaultInstances.ONE),
    /** Motor's end of its RS-485 bus, where the robot has buses; a motor that is off there is unplugged. */
    BUS("bus", "", FaultInstances.JOINTS);

    /** First word of its name. */
    public final String group;
    /** What of it, the last word of its name; may be empty. */
    public final String quantity;
    /** Its parts. */
    public final FaultInstances instances;

    FaultComponent(final String group, final String quantity, final FaultInstances instances) {
        this.group = group;
        this.quantity = quantity;
        this.instances = instances;
    }

    /**
     * Its name in tables, without a part's.
     *
     * @return such as {@code joint.angle}
     */
    public String key() {
        return quantity.isEmpty() ? group : group + "." + quantity;
    }

    /**
     * Its name with words in place of part and type.
     *
     * @return such as {@code joint.JOINT.angle.TYPE}
     */
    public String shape() {
        final String part = switch (instances) {
            case ONE -> "";
            case JOINTS -> ".JOINT";
            case FEET -> ".FOOT";
        };
        return group + part + (quantity.isEmpty() ? "" : "." + quantity) + ".TYPE";
    }

    /**
     * Faults that it can have.
     *
     * @return in the order of their types
     */
    public List<FaultForm> forms() {
        return FaultTable.forms(this);
    }

    /** Whether it is a value in the states that the robot sends. */
    boolean isMeasured() {
        return ordinal() <= REMOTE.ordinal();
    }
}
