package gaitd.bench;

import gaitd.bench.adapt.AdaptBench;
import gaitd.bench.adapt.UnsafeBench;
import gaitd.bench.adapt.UpdateBench;
import gaitd.bench.bus.BusBench;
import gaitd.bench.cells.CellsBench;
import gaitd.bench.dynamics.DynamicsBench;
import gaitd.bench.envelope.EnvelopeBench;
import gaitd.bench.ep.EpBench;
import gaitd.bench.estimator.EstimatorBench;
import gaitd.bench.faults.FaultsBench;
import gaitd.bench.gradients.GradientsBench;
import gaitd.bench.identify.IdentifyBench;
import gaitd.bench.link.LinkBench;
import gaitd.bench.physics.PhysicsBench;
import gaitd.bench.policy.PolicyBench;
import gaitd.bench.speed.SpeedBench;
import gaitd.bench.switches.SwitchBench;
import gaitd.robot.cli.CommandProvider;
import java.util.List;

/** Announces the benchmarks. */
public final class BenchCommands implements CommandProvider {
    /** Made by the service loader. */
    public BenchCommands() {}

    @Override
    public List<Class<?>> commands(final String group) {
        if (!group.equals("bench")) {
            return List.of();
        }
        return List.of(
                AdaptBench.class,
                BusBench.class,
                CellsBench.class,
                DynamicsBench.class,
                EnvelopeBench.class,
                EpBench.class,
                EstimatorBench.class,
                FaultsBench.class,
                GradientsBench.class,
                IdentifyBench.class,
                LinkBench.class,
                PhysicsBench.class,
                PolicyBench.class,
                SpeedBench.class,
                SwitchBench.class,
                UnsafeBench.class,
                UpdateBench.class);
    }
}
