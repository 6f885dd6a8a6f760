package gaitd.robot.mqtt;

import gaitd.robot.process.GoalRunner;
import gaitd.robot.process.OperatorGoal;
import gaitd.robot.process.OperatorSession;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/**
 * Has the robot do what commands from afar ask for, one after the other, in a thread of its own: a command lasts until its goal is reached.
 * A stop waits for nothing.
 */
final class CommandRunner implements AutoCloseable {
    private final Path folder;
    private final BiConsumer<BrokerCommand, String> done;
    private final BlockingQueue<BrokerCommand> waiting = new LinkedBlockingQueue<>(1);
    private final Thread thread;
    private volatile GoalRunner running;

    /**
     * A runner that waits.
     *
     * @param folder the shared folder
     * @param done takes each command that is over, and why it did not reach its goal, null when it did; called from the runner's thread
     */
    CommandRunner(final Path folder, final BiConsumer<BrokerCommand, String> done) {
        this.folder = folder;
        this.done = done;
        thread = new Thread(this::work, "mqtt-commands");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins a command. A walk or a stand that is going on ends for it.
     *
     * @param command what
     * @return why it cannot be begun, null when it is
     */
    String begin(final BrokerCommand command) {
        if (command.kind() == BrokerCommand.Kind.STOP) {
            waiting.clear();
            final String problem = stop();
            end();
            if (problem == null) {
                done.accept(command, null);
            }
            return problem;
        }
        waiting.clear();
        end();
        return waiting.offer(command) ? null : "another command came at the same moment";
    }

    private String stop() {
        try {
            SharedClient.stopWord(folder).press();
            return null;
        } catch (final SharedException e) {
            return e.getMessage();
        }
    }

    private void end() {
        final GoalRunner now = running;
        if (now != null) {
            now.stop();
        }
    }

    private void work() {
        try {
            while (true) {
                final BrokerCommand command = waiting.take();
                done.accept(command, run(command));
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String run(final BrokerCommand command) {
        try {
            final GoalRunner runner =
                    new GoalRunner(new OperatorSession(folder), null, command.vx(), command.vy(), command.yawRate());
            running = runner;
            return runner.run(
                    switch (command.kind()) {
                        case STOP -> OperatorGoal.STOP;
                        case SIT -> OperatorGoal.SIT;
                        case STAND -> OperatorGoal.STAND;
                        case WALK -> OperatorGoal.WALK;
                    },
                    command.seconds());
        } catch (final Refusal | SharedException e) {
            return e.getMessage();
        } finally {
            running = null;
        }
    }

    @Override
    public void close() {
        end();
        thread.interrupt();
    }
}
