package gaitd.sim.wire;

import gaitd.sim.engine.SimState;

/** Copies a whole {@link SimState}. Allocates nothing. */
final class TruthCopy {
    private TruthCopy() {}

    static void copy(final SimState from, final SimState to) {
        to.timeS = from.timeS;
        array(from.basePosition, to.basePosition);
        array(from.baseQuaternion, to.baseQuaternion);
        array(from.baseVelocity, to.baseVelocity);
        array(from.baseAngularVelocity, to.baseAngularVelocity);
        array(from.baseAcceleration, to.baseAcceleration);
        array(from.q, to.q);
        array(from.dq, to.dq);
        array(from.ddq, to.ddq);
        array(from.motorTorque, to.motorTorque);
        array(from.footPosition, to.footPosition);
        array(from.footForce, to.footForce);
        to.touching = from.touching;
        to.bodyContact = from.bodyContact;
        to.trunkContact = from.trunkContact;
    }

    private static void array(final double[] from, final double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
