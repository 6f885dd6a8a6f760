package gaitd.hal.bus;

import gaitd.hal.Sensed;

/**
 * Where the orientation of the trunk comes from when the motors are on buses of their own, which have none.
 *
 * <p>Asked by the control thread once a tick; does not block, allocates nothing and throws nothing for anything that the sensor does.
 * Only opening one throws.
 */
public interface ImuPort extends AutoCloseable {
    /**
     * Takes the newest reading that has arrived since the last call.
     *
     * @param out quaternion, angular velocity, specific force, angles and temperature of the IMU are overwritten when there was one,
     *     and foot forces and the remote's bytes where the sensor has them
     * @param nowNs the loop's clock, ns
     * @return whether there was one
     */
    boolean receive(Sensed out, long nowNs);

    /**
     * Where it is, for messages.
     *
     * @return such as {@code udp://192.168.123.10:8007}
     */
    String name();

    @Override
    void close();
}
