package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Steps groups of a {@link VectorSimulator}, one after another, in scratch arrays of its own.
 */
final class LaneWorker implements BatchWorker {
    final LanePose pose;
    final LaneMass mass;
    final LaneBias bias;
    final LaneContacts contacts;

    private final VectorSimulator batch;
    private final LaneMotors motors;
    private final LaneMotion motion;
    private final LaneFactor factor = new LaneFactor();
    private final LaneSolver solver;
    private final LaneForces forces;
    private final double[] active = Lanes.room(1);

    LaneWorker(final VectorSimulator batch, final LaneGround ground) {
        this.batch = batch;
        final double dt = batch.timeStepS();
        this.pose = new LanePose(batch.models);
        this.mass = new LaneMass(batch.models, pose);
        this.bias = new LaneBias(batch.models, pose);
        this.contacts = new LaneContacts(pose, ground, dt);
        this.motors = new LaneMotors(batch.models, dt);
        this.motion = new LaneMotion(pose, dt);
        this.solver = new LaneSolver(
                batch.models,
                factor,
                new LaneRows(pose, factor, contacts, motion, dt),
                new LaneJoints(batch.models, factor, motion, dt));
        this.forces = new LaneForces(contacts, dt);
    }

    @Override
    public void step(final int fromGroup, final int endGroup, final double[] torqueNm, final double[] dampingNmSRad) {
        final BatchLayout layout = batch.layout();
        Objects.checkFromToIndex(fromGroup, endGroup, layout.groups());
        Objects.checkFromToIndex(0, layout.length(A1.JOINTS), torqueNm.length);
        Objects.checkFromToIndex(0, layout.length(A1.JOINTS), dampingNmSRad.length);
        for (int group = fromGroup; group < endGroup; group++) {
            step(group, torqueNm, dampingNmSRad);
        }
    }

    private void step(final int group, final double[] torqueNm, final double[] dampingNmSRad) {
        final BatchState state = batch.state();
        place(group, state);
        contacts.find(group, state);
        motors.load(group, torqueNm, dampingNmSRad, bias.bias, state, solver.change);
        factor.factor(mass, motors.damping);
        motion.load(group, state);
        readActive(group);
        solver.solve(group, active, state.q, batch.impulse, batch.slots);
        rest();
        motion.integrate(group, solver.change, state);
        motors.read(group, dampingNmSRad, state);
        forces.read(group, batch.impulse, state);
        readFeet(group, state);
    }

    /** Computes pose, mass matrix and bias of a group. */
    void place(final int group, final BatchState state) {
        pose.takeAngles(group, batch.sine, batch.cosine);
        pose.readAttitude(group, state.baseQuaternion);
        pose.placeJoints(group);
        pose.placeLinks(group);
        mass.update(group);
        bias.update(group, state.baseAngularVelocity, state.dq);
    }

    /** Computes the feet of a group, and what the next step needs of its joint angles. */
    void readFeet(final int group, final BatchState state) {
        pose.readAngles(group, state.q, batch.sine, batch.cosine);
        pose.readAttitude(group, state.baseQuaternion);
        pose.placeJoints(group);
        motion.readFeet(group, state);
    }

    private void readActive(final int group) {
        final int robots = batch.layout().robots() - group * N;
        for (int lane = 0; lane < N; lane++) {
            active[lane] = lane < robots ? 1 : 0;
        }
    }

    /** Keeps idle lanes where they are. */
    private void rest() {
        for (int i = 0; i < 18; i++) {
            final DoubleVector change = fromArray(S, solver.change, N * i);
            change.blend(0.0, fromArray(S, active, 0).compare(VectorOperators.EQ, 0))
                    .intoArray(solver.change, N * i);
        }
    }
}
