package gaitd.robot.run;

import gaitd.robot.process.AgentHost;
import gaitd.robot.process.CompanionAgent;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.terminal.LiveMonitor;
import gaitd.robot.terminal.PlainMonitor;
import gaitd.robot.terminal.Screen;
import gaitd.robot.view.GroundPatch;
import gaitd.robot.view.Helm;
import gaitd.robot.view.PageAccess;
import gaitd.robot.view.PageOptions;
import gaitd.robot.view.PageSource;
import gaitd.robot.view.ViewServer;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.Counters;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * All observers of a run in real time: the terminal or a log, and the companion, a process of its own on a
 * robot.
 */
final class RunObservers implements RunMonitor, AutoCloseable {
    private static final double LINE_S = 2;

    private final AgentHost agents;
    private final Screen screen;
    private final RunMonitor lines;

    /**
     * Opens all of them.
     *
     * @param run the run, not begun
     * @param config rate
     * @param ground drawn by the page under the robot
     * @param viewPort the page's port, 0 for any free one, or null for no page
     * @param page where it listens and who commands by it
     * @param out where plain lines go
     * @param learner what a learner is at, in words; empty when there is none
     * @throws Refusal when the page's port is not to be had
     */
    RunObservers(
            final RealTimeRun run,
            final Config config,
            final GroundPatch ground,
            final Integer viewPort,
            final PageOptions page,
            final PrintWriter out,
            final Supplier<String> learner) {
        final PageAccess access = viewPort == null ? null : page.access(true);
        final ViewServer view = access == null ? null : open(run, config, ground, viewPort, access, learner);
        final Counters counters = new Counters();
        agents = new AgentHost(List.of(new CompanionAgent(run.frames().newReader(), () -> counters, view)));
        if (view != null) {
            page.tell(out, access, view.address(), true);
        }
        screen = Screen.isThere() ? Screen.open() : null;
        lines = screen == null
                ? new PlainMonitor(out, config.periodNs(), LINE_S, learner)
                : new LiveMonitor(screen, config.periodNs(), learner);
    }

    private static ViewServer open(
            final RealTimeRun run,
            final Config config,
            final GroundPatch ground,
            final int port,
            final PageAccess access,
            final Supplier<String> learner) {
        try {
            return new ViewServer(
                    access,
                    port,
                    new PageSource(
                            run.frames().newReader(),
                            ground,
                            () -> config,
                            learner,
                            () -> {
                                run.stopAtOnce();
                                return null;
                            },
                            access.token() == null ? null : new Helm(run::pageOperator, System::nanoTime)));
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    @Override
    public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
        lines.frame(frame, scenario, meter);
    }

    @Override
    public void idle(final Scenario scenario) {
        lines.idle(scenario);
        agents.poll();
    }

    @Override
    public void close() {
        if (screen != null) {
            screen.close();
        }
        agents.close();
    }
}
