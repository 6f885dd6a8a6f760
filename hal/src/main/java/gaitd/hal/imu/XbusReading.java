package gaitd.hal.imu;

/** One message of an IMU, in its own axes. Not thread-safe. */
final class XbusReading {
    /** Orientation of the IMU in a world whose z is up, w x y z. */
    final double[] quaternion = new double[4];
    /** Angular velocity, rad/s. */
    final double[] rateRadS = new double[3];
    /** Specific force, m/s^2. */
    final double[] accelerationMS2 = new double[3];
    /** Temperature, degrees Celsius; 0 until one was sent. */
    double temperatureC;
}
