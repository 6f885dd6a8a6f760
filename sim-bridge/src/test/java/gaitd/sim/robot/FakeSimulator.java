package gaitd.sim.robot;

import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import java.util.Arrays;

/** Twelve free joints on a trunk that hangs still in the air; remembers what it was asked for. */
public final class FakeSimulator implements Simulator {
    /** Inertia of every joint, kg m^2. */
    static final double INERTIA = 0.05;

    private final SimState state = new SimState();
    final double[] torque = new double[12];
    final double[] damping = new double[12];
    final double[] kicks = new double[3];
    long steps;

    @Override
    public void reset(final double[] basePositionM, final double[] baseQuaternion, final double[] jointPositionRad) {
        state.timeS = 0;
        System.arraycopy(basePositionM, 0, state.basePosition, 0, 3);
        System.arraycopy(baseQuaternion, 0, state.baseQuaternion, 0, 4);
        System.arraycopy(jointPositionRad, 0, state.q, 0, 12);
        Arrays.fill(state.dq, 0);
    }

    @Override
    public void use(final RobotModel model) {}

    @Override
    public void step(final double[] torqueNm, final double[] dampingNmSRad) {
        System.arraycopy(torqueNm, 0, torque, 0, 12);
        System.arraycopy(dampingNmSRad, 0, damping, 0, 12);
        for (int j = 0; j < 12; j++) {
            final double speed = (state.dq[j] + timeStepS() * torqueNm[j] / INERTIA)
                    / (1 + timeStepS() * dampingNmSRad[j] / INERTIA);
            state.ddq[j] = (speed - state.dq[j]) / timeStepS();
            state.dq[j] = speed;
            state.q[j] += timeStepS() * speed;
            state.motorTorque[j] = torqueNm[j] - dampingNmSRad[j] * speed;
        }
        steps++;
        state.timeS += timeStepS();
    }

    @Override
    public double timeStepS() {
        return 0.001;
    }

    @Override
    public SimState state() {
        return state;
    }

    @Override
    public void kick(final double[] velocityWorldMS) {
        for (int i = 0; i < 3; i++) {
            kicks[i] += velocityWorldMS[i];
        }
    }
}
