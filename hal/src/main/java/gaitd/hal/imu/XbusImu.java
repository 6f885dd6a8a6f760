package gaitd.hal.imu;

import gaitd.hal.Sensed;
import gaitd.hal.bus.ImuPort;
import gaitd.hal.serial.SerialLine;
import gaitd.maths.EulerAngles;

/**
 * An IMU that sends MTData2 messages by itself over a serial line: MTi-1, 10, 100 and 600 series.
 *
 * <p>It has to be set up to send quaternion, rate of turn and acceleration in each message, as floats or doubles, in ENU or NWU, at the
 * control loop's rate or above. It has no feet and no remote: those of the reading stay as they are.
 */
public final class XbusImu implements ImuPort {
    private static final int READS_MAX = 16;

    private final SerialLine line;
    private final ImuMounting mounting;
    private final XbusStream stream = new XbusStream();
    private final XbusReading reading = new XbusReading();

    /**
     * An IMU at the end of a line.
     *
     * @param line closed with this
     * @param mounting how it sits in the trunk
     */
    public XbusImu(final SerialLine line, final ImuMounting mounting) {
        this.line = line;
        this.mounting = mounting;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        boolean fresh = false;
        int taken = 1;
        for (int i = 0; i < READS_MAX && taken > 0; i++) {
            taken = line.read(stream.bytes, stream.length(), stream.room());
            stream.added(Math.max(0, taken));
            while (stream.next(reading)) {
                put(out);
                fresh = true;
            }
        }
        return fresh;
    }

    private void put(final Sensed out) {
        mounting.orientation(reading.quaternion, out.quaternion);
        mounting.turn(reading.rateRadS, out.gyro);
        mounting.turn(reading.accelerationMS2, out.accelerometer);
        out.imuTemperatureC = (int) Math.round(reading.temperatureC);
        EulerAngles.of(out.quaternion, out.rpy);
    }

    /**
     * Messages of the IMU that were whole and not what is needed.
     *
     * @return how many so far
     */
    public long refused() {
        return stream.refused();
    }

    /**
     * Readings so far.
     *
     * @return how many
     */
    public long accepted() {
        return stream.accepted();
    }

    /**
     * Bytes that belonged to no message.
     *
     * @return how many so far
     */
    public long garbageBytes() {
        return stream.garbageBytes();
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public void close() {
        line.close();
    }
}
