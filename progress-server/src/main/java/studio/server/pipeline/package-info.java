/** The four steps of a training, each able to resume. Way in: {@link studio.server.pipeline.TrainingPipeline}. */
@NullMarked
package studio.server.pipeline;

import org.jspecify.annotations.NullMarked;
