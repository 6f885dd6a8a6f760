package gaitd.robot.process;

import gaitd.runtime.config.Refusal;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.Agent;

/**
 * Runs agents in the caller's thread: until stopped, in a process of its own, or a round at a time beside other work.
 */
public final class AgentHost implements AutoCloseable {
    private static final long IDLE_NS = 1_000_000L;

    private final List<Agent> agents;
    private volatile boolean stopped;

    /**
     * A host of agents, which are closed with it.
     *
     * @param agents in the order in which they work
     */
    public AgentHost(final List<? extends Agent> agents) {
        this.agents = List.copyOf(agents);
    }

    /**
     * One round.
     *
     * @return amount of work done
     * @throws Refusal when an agent cannot go on
     */
    public int poll() {
        int work = 0;
        for (final Agent agent : agents) {
            work += work(agent);
        }
        return work;
    }

    private static int work(final Agent agent) {
        try {
            return agent.doWork();
        } catch (final InternalError memoryGone) {
            throw new Refusal(
                    "a shared file was truncated while the " + agent.roleName() + " read it; find out who"
                            + " writes to the shared folder, then start again",
                    memoryGone);
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new Refusal("the " + agent.roleName() + " cannot go on: " + e.getMessage(), e);
        }
    }

    /**
     * Runs rounds until {@link #stop}.
     *
     * @throws Refusal when an agent cannot go on
     */
    public void run() {
        while (!stopped) {
            if (poll() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** Ends {@link #run}. May be called from any thread. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        agents.forEach(Agent::onClose);
    }
}
