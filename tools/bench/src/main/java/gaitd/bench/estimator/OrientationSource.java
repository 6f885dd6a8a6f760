package gaitd.bench.estimator;

/** Where the orientation of a played recording comes from. */
enum OrientationSource {
    /** From rates and accelerations. */
    IMU,
    /** From the truth, to compare with. */
    TRUTH
}
