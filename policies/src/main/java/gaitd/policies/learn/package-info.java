/**
 * Reinforcement learning of any cell by any gradient: environments in rows, rollouts, normalisation, PPO and A2C. Knows no thread and
 * no clock; whoever trains brings a {@link gaitd.policies.learn.TaskExecutor}.
 */
package gaitd.policies.learn;
