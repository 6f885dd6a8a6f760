package gaitd.sim.planar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.LearnedPolicy;
import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.PpoLearner;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import gaitd.policies.learn.TaskExecutor;
import gaitd.policies.learn.Transitions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LearnsHalfCheetahTest {
    private static final int COPIES = 16;
    private static final int ROLLOUT = 128;
    private static final int ITERATIONS = 30;

    /** 61,440 steps, a sixteenth of what it is usually given; who does nothing earns about 0. */
    @Test
    void runsForwardAfterSixtyThousandSteps() {
        final HalfCheetah env = new HalfCheetah(COPIES, false, PlanarDynamics::new);
        final NetPlan plan = NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(64, 64));
        final PpoLearner learner = new PpoLearner(
                Nets.of(plan, env.observations(), env.actions()),
                Nets.of(plan, env.observations(), 1),
                env,
                PpoSettings.ppo().set(PpoSetting.ROLLOUT, ROLLOUT).build(),
                TaskExecutor.SERIAL,
                1);
        learner.restart(1);
        final double before = earned(learner);
        for (int i = 0; i < ITERATIONS; i++) {
            learner.iterate();
        }
        final double after = earned(learner);
        assertTrue(Math.abs(before) < 100, "untrained: " + before);
        assertTrue(after > 1000, "trained: " + after);
    }

    /** Mean return of whole episodes without exploring. */
    private static double earned(final PpoLearner learner) {
        final HalfCheetah env = new HalfCheetah(COPIES, false, PlanarDynamics::new);
        final LearnedPolicy policy = new LearnedPolicy(learner.trained(), env);
        final Transitions transitions = Transitions.of(env);
        env.resetWhole(2, transitions);
        double sum = 0;
        for (int step = 0; step < PlanarEnv.STEPS; step++) {
            policy.act(transitions);
            env.step(transitions);
            for (final float reward : transitions.reward) {
                sum += reward;
            }
        }
        return sum / COPIES;
    }
}
