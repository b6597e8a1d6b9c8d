/** Parameter spaces, trials and ask/tell optimizers. Way in: {@link studio.engine.search.Search}. */
@NullMarked
package studio.engine.search;

import org.jspecify.annotations.NullMarked;
