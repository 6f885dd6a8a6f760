package gaitd.bench.physics;

import gaitd.bench.turns.Alternation;
import gaitd.bench.turns.Candidate;
import gaitd.sim.Engine;
import gaitd.sim.batch.Batches;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.Simulator;
import gaitd.sim.mujoco.MujocoSettings;
import gaitd.sim.terrain.Terrain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Steps a second of one ground and one step length: ours alone, ours in a batch, MuJoCo; in turn, on one core. */
public final class SpeedTrial {
    /** Key of our engine with one robot. */
    public static final String EMBEDDED = "embedded";
    /** Key of our engine with many robots. */
    public static final String BATCH = "batch";
    /** Key of MuJoCo as it is used for runs. */
    public static final String MUJOCO = "mujoco";
    /** Key of MuJoCo with its fastest settings that still trot. */
    public static final String MUJOCO_FASTEST = "mujoco_fastest";

    /** Robots in the batch. */
    public static final int BATCH_ROBOTS = 64;

    private SpeedTrial() {}

    /**
     * Measures.
     *
     * @param turns how long and how often
     * @param terrain the ground
     * @param timeStepS length of a physics step, s
     * @return robot-steps a second by key
     */
    public static Map<String, Double> measure(final Alternation turns, final Terrain terrain, final double timeStepS) {
        final RobotModel model = RobotModel.a1();
        final double groundM = terrain.heightM(0, 0);
        final List<Candidate> candidates = new ArrayList<>();
        candidates.add(
                new Candidate(EMBEDDED, new OpenLoopTrot(new EmbeddedSimulator(model, terrain, timeStepS), groundM)));
        candidates.add(
                new Candidate(BATCH, new BatchTrot(Batches.of(BATCH_ROBOTS, model, terrain, timeStepS), groundM)));
        try (Simulator usual = Engine.mujoco(model, terrain, timeStepS, MujocoSettings.ACCURATE);
                Simulator fastest = Engine.mujoco(model, terrain, timeStepS, MujocoSettings.FAST)) {
            candidates.add(new Candidate(MUJOCO, new OpenLoopTrot(usual, groundM)));
            candidates.add(new Candidate(MUJOCO_FASTEST, new OpenLoopTrot(fastest, groundM)));
            return turns.rates(candidates);
        }
    }
}
