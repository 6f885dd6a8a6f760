package gaitd.lab;

import gaitd.lab.eval.EvalCommand;
import gaitd.lab.image.Canvas;
import gaitd.lab.imitate.ImitateCommand;
import gaitd.lab.imitate.PolicyAttribution;
import gaitd.lab.pack.PackageCommand;
import gaitd.lab.policy.PolicyBaseline;
import gaitd.lab.policy.PolicyConvert;
import gaitd.lab.policy.PolicyImport;
import gaitd.lab.policy.PolicyKeygen;
import gaitd.lab.policy.PolicySign;
import gaitd.lab.policy.PolicyTemplate;
import gaitd.lab.policyplot.PolicyPlot;
import gaitd.lab.relief.TerrainCommand;
import gaitd.lab.sweep.SweepCommand;
import gaitd.lab.train.CurvesCommand;
import gaitd.lab.train.PolicyCritic;
import gaitd.lab.train.TrainCommand;
import gaitd.lab.tune.TuneCommand;
import gaitd.robot.cli.CommandProvider;
import java.util.List;

/** Announces the commands of the lab. */
public final class LabCommands implements CommandProvider {
    /** Made by the service loader. */
    public LabCommands() {
        Canvas.needNoDisplay();
    }

    @Override
    public List<Class<?>> commands(final String group) {
        return switch (group) {
            case "" ->
                List.of(
                        TerrainCommand.class,
                        TrainCommand.class,
                        SweepCommand.class,
                        TuneCommand.class,
                        CurvesCommand.class,
                        ImitateCommand.class,
                        EvalCommand.class,
                        PackageCommand.class);
            case "policy" ->
                List.of(
                        PolicyPlot.class,
                        PolicyImport.class,
                        PolicyTemplate.class,
                        PolicyBaseline.class,
                        PolicyCritic.class,
                        PolicyAttribution.class,
                        PolicyConvert.class,
                        PolicyKeygen.class,
                        PolicySign.class);
            default -> List.of();
        };
    }
}
