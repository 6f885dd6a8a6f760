package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import gaitd.sim.engine.RobotModel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Motors of a group's robots: limits before the step, what they gave after it.
 *
 * <p>Scratch of one worker, for one group at a time.
 */
final class LaneMotors {
    /** What damping adds to the inertia of each joint, 12, kg m^2. */
    final double[] damping = Lanes.room(A1.JOINTS);

    private final double timeStepS;
    private final LaneModels models;

    LaneMotors(final LaneModels models, final double timeStepS) {
        this.models = models;
        this.timeStepS = timeStepS;
    }

    /** Impulses of motors, losses, gravity and inertia over the step, 18, into change. */
    void load(
            final int group,
            final double[] torqueNm,
            final double[] dampingNmSRad,
            final double[] bias,
            final BatchState state,
            final double[] change) {
        for (int i = 0; i < 6; i++) {
            fromArray(S, bias, N * i).mul(-timeStepS).intoArray(change, N * i);
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            load(joint, A1.JOINTS * group + joint, torqueNm, dampingNmSRad, bias, state, change);
        }
    }

    private void load(
            final int joint,
            final int j,
            final double[] torqueNm,
            final double[] dampingNmSRad,
            final double[] bias,
            final BatchState state,
            final double[] change) {
        final DoubleVector speed = fromArray(S, state.dq, N * j);
        final DoubleVector torque = fromArray(S, torqueNm, N * j);
        final DoubleVector asked = fromArray(S, dampingNmSRad, N * j);
        final DoubleVector wanted = torque.sub(asked.mul(speed));
        final DoubleVector most = broadcast(S, A1.TORQUE_MAX_NM);
        final DoubleVector driving = broadcast(S, A1.SPEED_MAX_RAD_S)
                .sub(speed.abs())
                .div(A1.SPEED_MAX_RAD_S - RobotModel.SPEED_KNEE_RAD_S)
                .max(0)
                .min(1)
                .mul(A1.TORQUE_MAX_NM);
        final DoubleVector up = most.blend(driving, speed.compare(VectorOperators.GT, 0));
        final DoubleVector down = most.blend(driving, speed.compare(VectorOperators.LT, 0));
        final DoubleVector given = down.neg().max(up.min(wanted));
        final VectorMask<Double> saturated = given.compare(VectorOperators.NE, wanted);
        final DoubleVector d = fromArray(S, models.dampingNmSRad, N * j);
        given.sub(d.mul(speed))
                .sub(fromArray(S, bias, N * (6 + joint)))
                .mul(timeStepS)
                .intoArray(change, N * (6 + joint));
        d.add(asked).blend(d, saturated).mul(timeStepS).intoArray(damping, N * joint);
        torque.blend(given, saturated).intoArray(state.motorTorque, N * j);
    }

    /** Takes the damping a motor gave in the step from its torque. */
    void read(final int group, final double[] dampingNmSRad, final BatchState state) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final int j = A1.JOINTS * group + joint;
            final VectorMask<Double> damped = fromArray(S, damping, N * joint)
                    .compare(
                            VectorOperators.GT,
                            fromArray(S, models.dampingNmSRad, N * j).mul(timeStepS));
            final DoubleVector torque = fromArray(S, state.motorTorque, N * j);
            torque.blend(torque.sub(fromArray(S, dampingNmSRad, N * j).mul(fromArray(S, state.dq, N * j))), damped)
                    .intoArray(state.motorTorque, N * j);
        }
    }
}
