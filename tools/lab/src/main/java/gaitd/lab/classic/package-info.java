/** Evaluation and films of policies that learned a textbook task: whole episodes without exploring, policies side by side on the same starts. */
package gaitd.lab.classic;
