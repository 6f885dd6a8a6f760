package gaitd.runtime.fault;

/** What a person does about guards that tell of the same part. */
final class Remedies {
    static final String IMU = "switch the robot off and on; if it comes again, the IMU or its wiring is broken";
    static final String ENCODER = "check that joint's encoder and its cable, then clear the fault";

    private Remedies() {}
}
