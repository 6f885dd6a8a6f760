/**
 * Reinforcement learning of any cell by any gradient: vectors of environments, rollouts, normalisation, PPO and A2C. Knows no thread
 * and no clock; the caller provides a {@link gaitd.policies.learn.TaskExecutor}.
 */
package gaitd.policies.learn;
