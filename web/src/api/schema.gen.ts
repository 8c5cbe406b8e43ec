// The API in types, made from docs/openapi.json by `npm run api`. @generated, not to be edited.

export interface paths {
    "/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activities by the day they are due, a page at a time. */
        get: operations["list_activities"];
        put?: never;
        /** Plans an activity. What it may be expected to bring is laid down with it. */
        post: operations["create_activity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An activity by its identifier. */
        get: operations["read_activity"];
        put?: never;
        post?: never;
        /** Puts an activity away; nothing is lost. */
        delete: operations["delete_activity"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_activity"];
        trace?: never;
    };
    "/activities/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cancels an activity. */
        put: operations["update_cancellation"];
        post?: never;
        /** Takes back that an activity was cancelled. */
        delete: operations["delete_cancellation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an activity was expected to change, beside what the records say that it did. */
        get: operations["read_effect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an activity back that was put away. */
        post: operations["restore_activity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Records that an activity was done, and how they answered. It becomes evidence. */
        put: operations["update_activity_result"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alarms/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts an alarm off: it goes on, and nobody is bothered with it until that day is over. */
        put: operations["snooze_alarm"];
        post?: never;
        /** Lets an alarm ring again. */
        delete: operations["wake_alarm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user's own keys, newest first. */
        get: operations["list_api_keys"];
        put?: never;
        /** Makes a key. Its secret is in the answer and nowhere else. */
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key at once. */
        delete: operations["delete_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Asks, the newest first, a page at a time. */
        get: operations["list_asks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An ask by its identifier. */
        get: operations["read_ask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Notes how an ask stands. What became of asks is learned by person. */
        put: operations["update_ask_state"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/benefit-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The benefit points of a product, in their order. */
        get: operations["list_benefit_points"];
        put?: never;
        /** Adds a benefit point. */
        post: operations["create_benefit_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/benefit-points/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A benefit point by its identifier. */
        get: operations["read_benefit_point"];
        put?: never;
        post?: never;
        /** Puts a benefit point away; nothing is lost. */
        delete: operations["delete_benefit_point"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_benefit_point"];
        trace?: never;
    };
    "/benefit-points/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a benefit point back that was put away. */
        post: operations["restore_benefit_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done since, oldest first. */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promises, newest first, a page at a time. */
        get: operations["list_commitments"];
        put?: never;
        /** Records a promise. */
        post: operations["create_commitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A promise by its identifier. */
        get: operations["read_commitment"];
        put?: never;
        post?: never;
        /** Puts a promise away; nothing is lost. */
        delete: operations["delete_commitment"];
        options?: never;
        head?: never;
        /**
         * Changes what is named and nothing else (JSON merge patch): `kept_on`, above all. Estimates
         *     follow.
         */
        patch: operations["update_commitment"];
        trace?: never;
    };
    "/commitments/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Notes that a promise is disputed. It is kept and shown, and no estimate uses it. */
        put: operations["dispute_commitment"];
        post?: never;
        /** Ends the dispute of a promise: it is evidence again. */
        delete: operations["end_dispute_of_commitment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a promise back that was put away. */
        post: operations["restore_commitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How completely each seller in sight records. */
        get: operations["list_completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completeness/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets how much of a channel a seller records, or takes back what was set. */
        put: operations["update_completeness"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/control-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The control board. */
        get: operations["read_control_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/control-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The limits in force and those that ship. */
        get: operations["read_limits"];
        /** Sets the limits. Every deal is looked at again with them; that takes a while. */
        put: operations["set_limits"];
        post?: never;
        /** Goes back to the limits that ship. */
        delete: operations["reset_limits"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dismissals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Brings a suggestion back that was put away. */
        delete: operations["delete_dismissal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/employments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employments of a person or at an organization. */
        get: operations["list_employments"];
        put?: never;
        /** Adds an employment. */
        post: operations["create_employment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/employments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An employment by its identifier. */
        get: operations["read_employment"];
        put?: never;
        post?: never;
        /** Puts an employment away; nothing is lost. */
        delete: operations["delete_employment"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_employment"];
        trace?: never;
    };
    "/employments/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an employment back that was put away. */
        post: operations["restore_employment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records what happened and what was promised in it. */
        post: operations["create_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes back what was entered in one go. */
        delete: operations["delete_evidence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters again what was taken back. */
        post: operations["restore_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What open deals may bring until a day: drawn many times over, with what moves all deals alike. */
        get: operations["read_forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interaction-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a typed line. Nothing is stored. */
        post: operations["create_interaction_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, newest first, a page at a time. */
        get: operations["list_interactions"];
        put?: never;
        /** Records what happened, and says whom it moved. */
        post: operations["create_interaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records what happened, many at a time. Each is taken or refused by itself. */
        post: operations["create_interactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An interaction by its identifier. */
        get: operations["read_interaction"];
        put?: never;
        post?: never;
        /** Puts an interaction away: it is evidence no more, and nothing is lost. */
        delete: operations["delete_interaction"];
        options?: never;
        head?: never;
        /** Corrects what is named and nothing else (JSON merge patch). Estimates follow. */
        patch: operations["update_interaction"];
        trace?: never;
    };
    "/interactions/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Notes that an interaction is disputed. It is kept and shown, and no estimate uses it. */
        put: operations["dispute_interaction"];
        post?: never;
        /** Ends the dispute of an interaction: it is evidence again. */
        delete: operations["end_dispute_of_interaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an interaction back that was put away. */
        post: operations["restore_interaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/learnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest runs of learning. */
        get: operations["list_learnings"];
        put?: never;
        /**
         * Asks for the model to be learned from the house's own dealings. It takes minutes; one run goes on at a
         *     time, and is answered if there is one.
         */
        post: operations["ask_to_learn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/learnings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run of learning. */
        get: operations["read_learning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/learnings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a run to be broken off. Nothing of it is kept. */
        post: operations["cancel_learning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What goes with winning, over closed deals. It does not say that the one brings the other: sellers do
         *     more where they hope.
         */
        get: operations["read_lessons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lessons/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deals behind a lesson: those that had it and those that had not, at most 500 of each. */
        get: operations["read_lesson_deals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The model in force: every figure as the file has it, as users have set it, as it was learned. */
        get: operations["read_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a priors file and says what it would change of the model in force. Nothing is taken: send the
         *     changes to `/model-versions`. Each fault of the file is named with its line.
         */
        post: operations["read_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What changes of the model would move in open deals, some of them at a time. Nothing is taken. */
        post: operations["preview_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the model, newest first. */
        get: operations["list_versions"];
        put?: never;
        /** Changes the model. Everything that is believed is settled anew; that takes a while. */
        post: operations["create_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model-versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with what it changes. */
        get: operations["read_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model-versions/{number}/priors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The priors of a version as a file, 0 for the one it lies over. */
        get: operations["read_priors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model-versions/{number}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes back to a version, 0 for the priors file itself. That makes a new version. */
        post: operations["restore_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals by name, a page at a time. */
        get: operations["list_opportunities"];
        put?: never;
        /** Begins a deal. */
        post: operations["create_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cards of a stage, a page at a time. */
        get: operations["list_cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A deal by its identifier. */
        get: operations["read_opportunity"];
        put?: never;
        post?: never;
        /** Puts a deal away; nothing is lost. */
        delete: operations["delete_opportunity"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_opportunity"];
        trace?: never;
    };
    "/opportunities/{id}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to do next in a deal, whom to ask what, and what is owed; each with its reason. */
        get: operations["read_advice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that somebody was asked to lead us to somebody. Nobody is asked twice within thirty days: then
         *     the answer is a conflict that says who was asked when and by whom.
         */
        post: operations["create_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every action towards a person, with what would come of it or why it is closed: the answer to “why
         *     not something else?”.
         */
        get: operations["list_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ends a deal. */
        put: operations["update_closure"];
        post?: never;
        /** Opens an ended deal again. */
        delete: operations["delete_closure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/control-charts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The control charts of a deal. */
        get: operations["read_control_charts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a suggestion away, with a reason. */
        post: operations["create_dismissal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a deal, newest first: the last thousand items. */
        get: operations["list_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Notes the order, with which the phase of use begins. */
        put: operations["update_order"];
        post?: never;
        /** Takes the order back. */
        delete: operations["delete_order"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the chance to win a deal moved, and when the deal will end. */
        get: operations["read_outlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/people/{person_id}/belief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person in one deal: where they stand and why. */
        get: operations["read_belief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins the renewal of an ordered deal, with the same product, seller and people: they begin it where
         *     they stand in the deal that it renews.
         */
        post: operations["create_renewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a deal back that was put away. */
        post: operations["restore_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A deal with everybody in it, today or on a day before. */
        get: operations["read_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/stage-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The moves of a deal from stage to stage, oldest first. */
        get: operations["list_stage_changes"];
        put?: never;
        /** Moves a deal to a stage. The buyers do not move with it; the gap does. */
        post: operations["create_stage_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/stage-changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a move back: the deal stands where it stood before. */
        delete: operations["delete_stage_change"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/stakeholders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has a part in a deal. */
        get: operations["list_stakeholders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/stakeholders/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a person a part in a deal, or another one. */
        put: operations["update_stakeholder"];
        post?: never;
        /** Takes a person out of a deal; what was recorded of them stays. */
        delete: operations["delete_stakeholder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/stakeholders/{person_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a person back into a deal. */
        post: operations["restore_stakeholder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/supposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would be if some people stood elsewhere: “suppose the plant manager endorses”. */
        post: operations["make_supposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What decided a deal, day by day; of one that goes on, what has brought it where it is. */
        get: operations["read_verdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The three best ways to somebody for a deal: who passes it on to whom, with what chance, why, and the
         *     ask to the first of them in words.
         */
        get: operations["list_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization-relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The relations of an organization, both ways. */
        get: operations["list_organization_relations"];
        put?: never;
        /** Adds a relation. */
        post: operations["create_organization_relation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization-relations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A relation by its identifier. */
        get: operations["read_organization_relation"];
        put?: never;
        post?: never;
        /** Puts a relation away; nothing is lost. */
        delete: operations["delete_organization_relation"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_organization_relation"];
        trace?: never;
    };
    "/organization-relations/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a relation back that was put away. */
        post: operations["restore_organization_relation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations by name, a page at a time. */
        get: operations["list_organizations"];
        put?: never;
        /** Adds an organization. */
        post: operations["create_organization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organization by its identifier. */
        get: operations["read_organization"];
        put?: never;
        post?: never;
        /** Puts an organization away; nothing is lost. */
        delete: operations["delete_organization"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_organization"];
        trace?: never;
    };
    "/organizations/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an organization back that was put away. */
        post: operations["restore_organization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by name, a page at a time, each with where they stand. */
        get: operations["list_people"];
        put?: never;
        /** Adds a person. */
        post: operations["create_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person by their identifier. */
        get: operations["read_person"];
        put?: never;
        post?: never;
        /** Puts a person away; nothing is lost. */
        delete: operations["delete_person"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_person"];
        trace?: never;
    };
    "/people/{id}/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Takes a person out of all estimates. What is recorded of them stays, what is believed is gone. */
        put: operations["exclude_person"];
        post?: never;
        /** Ends the exclusion of a person: what is recorded counts again. */
        delete: operations["end_exclusion_of_person"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything recorded of a person and believed of them, as a file. That it was taken is noted. */
        get: operations["export_personal_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a person back that was put away. */
        post: operations["restore_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every pipeline, oldest first. */
        get: operations["list_pipelines"];
        put?: never;
        /** Adds a pipeline. */
        post: operations["create_pipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pipeline by its identifier. */
        get: operations["read_pipeline"];
        /**
         * Puts a pipeline as described in the place of what it was. Stages keep their identity by key;
         *     deals at a stage that is dropped stay there until somebody moves them.
         */
        put: operations["update_pipeline"];
        post?: never;
        /** Puts a pipeline away; nothing is lost. */
        delete: operations["delete_pipeline"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pipeline with its deals: the counts and sums of every stage, and the first cards of each. */
        get: operations["read_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a pipeline back that was put away. */
        post: operations["restore_pipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/playbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of each action towards people at each stage: how it was answered, and how far it carried. */
        get: operations["read_playbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by name, a page at a time. */
        get: operations["list_products"];
        put?: never;
        /** Adds a product. */
        post: operations["create_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product by its identifier. */
        get: operations["read_product"];
        put?: never;
        post?: never;
        /** Puts a product away; nothing is lost. */
        delete: operations["delete_product"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_product"];
        trace?: never;
    };
    "/products/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a product back that was put away. */
        post: operations["restore_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the closed deals of the house say of the chance to win, as it was last computed. */
        get: operations["read_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proof/computation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for it to be computed anew. It takes a while: look at the proof to see how far it is. */
        post: operations["compute_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, organizations, deals and notes found by what was typed, a few of each. */
        get: operations["find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: operations["read_session"];
        put?: never;
        /** Signs in. Too many failures make the next attempts wait. */
        post: operations["create_session"];
        /** Signs out. */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the user's own password and ends all their sessions but a new one. */
        put: operations["update_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes how the user wants the screens. */
        patch: operations["update_preferences"];
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the installation is still to be set up. */
        get: operations["read_setup"];
        put?: never;
        /** Sets the installation up and signs its first user in. The link works once. */
        post: operations["create_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every team, by name. */
        get: operations["list_teams"];
        put?: never;
        /** Adds a team. */
        post: operations["create_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A team by its identifier. */
        get: operations["read_team"];
        put?: never;
        post?: never;
        /** Puts a team away; nothing is lost. */
        delete: operations["delete_team"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_team"];
        trace?: never;
    };
    "/teams/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a team back that was put away. */
        post: operations["restore_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ties of a person. */
        get: operations["list_ties"];
        put?: never;
        /** Adds a tie. */
        post: operations["create_tie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tie by its identifier. */
        get: operations["read_tie"];
        put?: never;
        post?: never;
        /** Puts a tie away; nothing is lost. */
        delete: operations["delete_tie"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_tie"];
        trace?: never;
    };
    "/ties/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a tie back that was put away. */
        post: operations["restore_tie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a seller owes, has planned and does best next, over all their deals that you may see. */
        get: operations["read_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every user, by name. */
        get: operations["list_users"];
        put?: never;
        /** Adds a user. */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user by their identifier. */
        get: operations["read_user"];
        put?: never;
        post?: never;
        /** Takes a user's access away; what they own stays theirs. */
        delete: operations["delete_user"];
        options?: never;
        head?: never;
        /** Changes what is named and nothing else (JSON merge patch). */
        patch: operations["update_user"];
        trace?: never;
    };
    "/users/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a user a new password, which ends all their sessions. */
        put: operations["update_user_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a user their access back. */
        post: operations["restore_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The model's words. */
        get: operations["read_vocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why something is believed. */
        AccountOf: {
            /** @description The lines that add up to it. */
            explanation: components["schemas"]["Explanation"];
            /**
             * Format: double
             * @description Its probability.
             */
            probability: number;
            /** @description What is accounted for: a stage “or further”, `avoids_us` or `blocked`. */
            target: components["schemas"]["TargetWord"];
        };
        /** @enum {string} */
        AccountStart: "stranger" | "order" | "renewal";
        /** @description What can be done. */
        ActionWord: {
            /** @description Its name. */
            key: string;
            /** @description Whether it may stay open until it is answered. */
            opens_question: boolean;
            /** @description When it makes sense. */
            phases: string[];
            /** @description How it can be answered. */
            replies: components["schemas"]["ReplyWord"][];
            /** @description Why it works as it works. */
            why: string;
        };
        /** @description Something planned. */
        Activity: components["schemas"]["ActivityFields"] & components["schemas"]["Written"] & {
            cancelled?: components["schemas"]["Cancelled"] | null;
            done?: components["schemas"]["DoneAs"] | null;
            expected?: components["schemas"]["Expectation"] | null;
            /** @description Which. */
            id: components["schemas"]["ActivityId"];
            /** @description The people named. */
            names: components["schemas"]["Named_PersonId"][];
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Who buys. */
            organization: string;
            /** @description Who is to do it. */
            owner: components["schemas"]["Named_UserId"];
            /** @description How it stands today. */
            state: components["schemas"]["ActivityState"];
            /** @description Whether it takes up a suggestion. */
            suggested: boolean;
        };
        /** @description An activity done, and whom it moved. */
        ActivityDone: {
            /** @description The activity. */
            activity: components["schemas"]["Activity"];
            /** @description Whom it moved. */
            beliefs: components["schemas"]["Moved"][];
        };
        /** @description What an activity was to change, and what it did. */
        ActivityEffect: {
            expected?: components["schemas"]["Expectation"] | null;
            /** @description What the records say today; nothing until it is done. */
            observed?: components["schemas"]["ObservedChange"][] | null;
            /** @description The chance to win at the end of the day before, and of the day itself; nothing after the order. */
            win?: number[] | null;
        };
        /** @description What is planned. */
        ActivityFacts: {
            aim?: components["schemas"]["Line"] | null;
            at?: components["schemas"]["Timestamp"] | null;
            benefit?: components["schemas"]["Line"] | null;
            /** @description By when. */
            due_on: components["schemas"]["Day"];
            /** @description What is to be done, by its name in the model's priors. */
            kind: components["schemas"]["Key"];
            note?: components["schemas"]["Words"] | null;
            /** @description The deal it belongs to. */
            opportunity_id: components["schemas"]["OpportunityId"];
            /** @description Who is to do it. */
            owner_id: components["schemas"]["UserId"];
            /** @description Whom it is to move. */
            people: components["schemas"]["Aimed"][];
            /** @description Who leads us to them, from the first asked to the last. */
            through?: components["schemas"]["PersonId"][];
        };
        /** @description What is planned. */
        ActivityFields: {
            aim?: components["schemas"]["Line"] | null;
            at?: components["schemas"]["Timestamp"] | null;
            benefit?: components["schemas"]["Line"] | null;
            /** @description By when. */
            due_on: components["schemas"]["Day"];
            /** @description What is to be done, by its name in the model's priors. */
            kind: components["schemas"]["Key"];
            note?: components["schemas"]["Words"] | null;
            /** @description The deal it belongs to. */
            opportunity_id: components["schemas"]["OpportunityId"];
            /** @description Who is to do it. */
            owner_id: components["schemas"]["UserId"];
            /** @description Whom it is to move. */
            people: components["schemas"]["Aimed"][];
            /** @description Who leads us to them, from the first asked to the last. */
            through?: components["schemas"]["PersonId"][];
        };
        /** Format: uuid */
        ActivityId: string;
        /** @enum {string} */
        ActivityState: "open" | "overdue" | "done" | "cancelled";
        /** @description A fact that speaks for an action, or against expecting much of it. */
        AdviceReason: {
            /** @description How many. */
            count?: number | null;
            person_id?: components["schemas"]["PersonId"] | null;
            /**
             * Format: double
             * @description A share or chance, from 0 to 1.
             */
            share?: number | null;
            stage?: components["schemas"]["StageWord"] | null;
            /** @description What. */
            word: components["schemas"]["ReasonWord"];
        };
        /** @description One age of the later deals. */
        AgeProof: {
            /**
             * Format: int64
             * @description How old the deals were, in days.
             */
            age_days: number;
            /** @description The same, set right by the earlier deals. */
            corrected: components["schemas"]["Contest"];
            /** @description Earlier deals that were still open at that age. */
            earlier: number;
            /** @description The chance to win as it is shown, against the challenger. */
            shown: components["schemas"]["Contest"];
        };
        /** @description Somebody whom an activity is to move. */
        Aimed: {
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            reaches?: components["schemas"]["StageWord"] | null;
        };
        /** @description Something that is going wrong in a deal. */
        Alarm: {
            commitment_id?: components["schemas"]["CommitmentId"] | null;
            /** @description How often such an alarm is false. */
            false_alarms: components["schemas"]["FalseAlarmRate"];
            /** @description By which figures. */
            figures: components["schemas"]["AlarmFigures"];
            id?: components["schemas"]["AlarmId"] | null;
            /** @description What sort. */
            kind: components["schemas"]["AlarmKind"];
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            person?: components["schemas"]["Named_PersonId"] | null;
            /** @description Since when. */
            since: components["schemas"]["Day"];
            snooze?: components["schemas"]["Snooze"] | null;
        };
        /** @description How many deals have an alarm of a kind. */
        AlarmCount: {
            /** @description Deals. */
            deals: number;
            /** @description What sort. */
            kind: components["schemas"]["AlarmKind"];
        };
        /** @description The figures that an alarm rests on; which of them are set depends on its kind. */
        AlarmFigures: {
            /**
             * Format: double
             * @description The chance of so long a silence, or of ending in time.
             */
            chance?: number | null;
            /**
             * Format: double
             * @description For how many days.
             */
            days?: number | null;
            /**
             * Format: double
             * @description In how many days the recorded day is; negative once it has gone by.
             */
            days_left?: number | null;
            /** @description How many earlier stays that rests on. */
            ended?: number | null;
            /**
             * Format: double
             * @description The limit it has reached.
             */
            limit?: number | null;
            /**
             * Format: double
             * @description The probability of what it says.
             */
            probability?: number | null;
            /**
             * Format: double
             * @description The share of the signs that come from one person.
             */
            share?: number | null;
            /** @description The sign that marked the turn, by its name in the model's priors. */
            sign?: string | null;
            /** @description How many signs there were. */
            signs?: number | null;
            /**
             * Format: double
             * @description Signs a week that were expected.
             */
            signs_per_week?: number | null;
            /**
             * Format: double
             * @description After how many days most had left the stage.
             */
            usual_days?: number | null;
            /**
             * Format: double
             * @description Where the stall chart stands.
             */
            value?: number | null;
            /** @description What was promised. */
            words?: string | null;
        };
        /** Format: uuid */
        AlarmId: string;
        /** @enum {string} */
        AlarmKind: "ahead_of_buyers" | "behind_buyers" | "avoided" | "blocked" | "turned" | "stalled" | "silent" | "single_thread" | "decision_maker_unknown" | "too_long" | "slips" | "overdue" | "unconfirmed";
        /** @enum {string} */
        AnswerWord: "reply" | "silence" | "not_passed_on";
        /** @description An API key, without its secret. */
        ApiKey: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Which. */
            id: components["schemas"]["ApiKeyId"];
            /** @description What it is for. */
            name: components["schemas"]["Name"];
            /** @description What it may be used for. */
            scope: components["schemas"]["KeyScope"];
        };
        /** Format: uuid */
        ApiKeyId: string;
        /** @description An API key with its secret, which is shown this once. */
        ApiKeyMade: components["schemas"]["ApiKey"] & {
            /** @description To be sent as `Authorization: Bearer …`. It cannot be shown again. */
            secret: string;
        };
        /** @description That somebody was asked to lead us to somebody. */
        Ask: {
            /** @description From when they may be asked for something else. */
            again_on: components["schemas"]["Day"];
            /** @description When it was asked. */
            asked_on: components["schemas"]["Day"];
            by?: components["schemas"]["Named_UserId"] | null;
            /**
             * Format: double
             * @description The chance of the whole way when it was asked for; nothing, if it was not among the best.
             */
            chance?: number | null;
            /** @description Which. */
            id: components["schemas"]["AskId"];
            /** @description In whose words it was answered. */
            note?: string | null;
            /** @description Who lies between the two, from the first to the last, as far as you may see them. */
            onward: components["schemas"]["Named_PersonId"][];
            /** @description The deal it is for. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Who was asked. */
            person: components["schemas"]["Named_PersonId"];
            /** @description How it stands. */
            state: components["schemas"]["AskState"];
            /** @description When it got to that state. */
            state_at: components["schemas"]["Timestamp"];
            /** @description To whom we want to get. */
            target: components["schemas"]["Named_PersonId"];
            /**
             * Format: int64
             * @description Changes so far; the record's ETag.
             */
            version: number;
        };
        /** @description An ask to be noted. */
        AskBody: {
            /** @description To whom you want to get. */
            target_id: components["schemas"]["PersonId"];
            /** @description Through whom, from the one you have asked to the last. */
            through: components["schemas"]["PersonId"][];
        };
        /** Format: uuid */
        AskId: string;
        /** @enum {string} */
        AskState: "asked" | "agreed" | "done" | "refused" | "undone";
        /** @description How an ask stands. */
        AskStateBody: {
            /** @description In your words. */
            note?: string | null;
            /** @description How; `undone` takes the ask back, `asked` takes an answer back. */
            state: components["schemas"]["AskState"];
        };
        /** @description What somebody may answer. */
        AskedAnswer: {
            /**
             * Format: double
             * @description With what probability.
             */
            p: number;
            /** @description The sign, by its name in the model's priors; nothing, where they have nothing to say. */
            sign?: string | null;
        };
        /** @description A question worth asking somebody. */
        Asking: {
            /** @description What they may show, with what probability; the rest is that they have nothing to say. */
            answers: components["schemas"]["AskedAnswer"][];
            /**
             * Format: double
             * @description By how much what is believed of them would grow surer: the fall in entropy, in bits.
             */
            bits?: number | null;
            /** @description Whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description What about, by its name in the model's priors; `who_decides` where nobody who can say no is known. */
            topic: string;
        };
        /** @description The chance of at least a total. */
        AtLeast: {
            /**
             * Format: int64
             * @description The total.
             */
            at_least_minor: number;
            /**
             * Format: double
             * @description Its chance.
             */
            p: number;
        };
        /** @description What became of one. */
        BatchItem: {
            id?: components["schemas"]["InteractionId"] | null;
            /** @description Its place in what was sent, from 0. */
            index: number;
            /** @description Why it was not taken. */
            problem?: unknown;
            /**
             * Format: int32
             * @description The HTTP status it would have had by itself.
             */
            status: number;
        };
        /** @description What became of each. */
        BatchResult: {
            /** @description In the order sent. */
            items: components["schemas"]["BatchItem"][];
        };
        /** @description One person in one deal, on a day. */
        Belief: {
            /** @description The day shown. */
            as_of: components["schemas"]["Day"];
            /** @description Whether they are an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description What was promised between them and us. */
            commitments: components["schemas"]["Commitment"][];
            /** @description Where they work and have worked. */
            employments: components["schemas"]["Employment"][];
            estimate?: components["schemas"]["Estimate"] | null;
            first_day?: components["schemas"]["Day"] | null;
            /** @description The last day that can be shown. */
            last_day: components["schemas"]["Day"];
            organization?: components["schemas"]["Named_OrganizationId"] | null;
            /** @description Who. */
            person: components["schemas"]["Named_PersonId"];
            /** @description Their place among the people of the deal. */
            place: components["schemas"]["Place"];
            /**
             * Format: double
             * @description Their share of the power: the weight of their part times how far their stand carries.
             */
            power: number;
            reports_to?: components["schemas"]["Named_PersonId"] | null;
            /** @description Their part in the deal. */
            role: components["schemas"]["BuyingRole"];
            /** @description Their ties. */
            ties: components["schemas"]["Tie"][];
            /** @description Their title on that day. */
            title?: string | null;
            /** @description Whether their no would end it. */
            veto: boolean;
        };
        /** @description Whom it moved. */
        Beliefs: {
            /** @description In no particular order. */
            beliefs: components["schemas"]["Moved"][];
        };
        /** @description A benefit point for a person. */
        BenefitCell: {
            /**
             * Format: double
             * @description How far they believe that it is delivered.
             */
            delivery: number;
            /**
             * Format: double
             * @description What is still to be proven: importance · (1 − delivery).
             */
            gap: number;
            /**
             * Format: double
             * @description How much they care for it, from 0 to 1.
             */
            importance: number;
            /** @description What proves it, oldest first. */
            proof: components["schemas"]["Proof"][];
            /** @description How they stand to it. */
            standing: components["schemas"]["StandingWord"];
        };
        /** @description A benefit point over all buyers; means weighed by power. */
        BenefitColumn: {
            /**
             * Format: double
             * @description How far they believe that it is delivered.
             */
            delivery: number;
            /**
             * Format: double
             * @description What is still to be proven of it.
             */
            gap: number;
            id?: components["schemas"]["BenefitPointId"] | null;
            /**
             * Format: double
             * @description How much they care for it, from 0 to 1.
             */
            importance: number;
            /** @description Its words. */
            name: string;
        };
        /** @description A point to prove to a person. */
        BenefitNext: {
            /**
             * Format: double
             * @description What is still to be proven of it.
             */
            gap: number;
            /** @description To whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description The position of the point. */
            point: number;
        };
        /** @description A benefit point. */
        BenefitPoint: components["schemas"]["BenefitPointFields"] & components["schemas"]["Written"] & {
            /** @description Which. */
            id: components["schemas"]["BenefitPointId"];
            /** @description The product that offers it. */
            product: components["schemas"]["Named_ProductId"];
        };
        /** @description What is said of a benefit point. */
        BenefitPointFacts: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            attribute?: components["schemas"]["Line"] | null;
            consequence?: components["schemas"]["Line"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description What it is called, which is how signs speak of it; unique among those of the product. */
            name: components["schemas"]["Name"];
            /**
             * Format: int32
             * @description Its place among those of the product, lowest first; of equals the older one comes first.
             */
            position?: number;
            /** @description The product that offers it. */
            product_id: components["schemas"]["ProductId"];
            value?: components["schemas"]["Line"] | null;
        };
        /** @description What is said of a benefit point. */
        BenefitPointFields: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            attribute?: components["schemas"]["Line"] | null;
            consequence?: components["schemas"]["Line"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description What it is called, which is how signs speak of it; unique among those of the product. */
            name: components["schemas"]["Name"];
            /**
             * Format: int32
             * @description Its place among those of the product, lowest first; of equals the older one comes first.
             */
            position?: number;
            /** @description The product that offers it. */
            product_id: components["schemas"]["ProductId"];
            value?: components["schemas"]["Line"] | null;
        };
        /** Format: uuid */
        BenefitPointId: string;
        /** @description What a person holds. */
        BenefitRow: {
            /** @description A cell for each point. */
            cells: components["schemas"]["BenefitCell"][];
            /** @description Our concept in their eyes. */
            concept: components["schemas"]["Concept"];
            /** @description What their choice hangs on, by falling weight. */
            criteria: components["schemas"]["Criterion"][];
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            /** @description Other suppliers in their eyes, oldest first. */
            rivals: components["schemas"]["RivalSign"][];
        };
        /** @description Who holds what. */
        Benefits: {
            /** @description What to prove next, to whom, largest first. */
            next: components["schemas"]["BenefitNext"][];
            /** @description The buyers. */
            people: components["schemas"]["BenefitRow"][];
            /** @description The points, those offered first, then what else the buyers spoke of. */
            points: components["schemas"]["BenefitColumn"][];
            product?: components["schemas"]["Named_ProductId"] | null;
        };
        /** @description A pipeline with its deals. */
        Board: {
            /** @description Its stages with their deals, first to last. */
            columns: components["schemas"]["Column"][];
            /** @description Which. */
            pipeline: components["schemas"]["Named_PipelineId"];
        };
        /** @description Why a hop is possible, as far as the one who asks may know. */
        Bridge: {
            /** @description How often they were in touch, where that is counted. */
            count?: number | null;
            last?: components["schemas"]["Day"] | null;
            /** @description The organization that it is about. */
            organization?: string | null;
            /** @description Why. */
            word: components["schemas"]["BridgeWord"];
        };
        /** @enum {string} */
        BridgeWord: "colleague" | "reports_to" | "leads" | "works_with" | "knows" | "sold_to" | "bought_from" | "met" | "trusts" | "customer_of" | "same_house" | "house_customer" | "stranger";
        /** @enum {string} */
        BuyStage: "blocked" | "unaware" | "aware" | "interested" | "evaluating" | "preferring" | "committed";
        /** @description A buyer on a card. */
        Buyer: {
            /** @description Who. */
            person: components["schemas"]["Named_PersonId"];
            /**
             * Format: double
             * @description Weight of their part among the buyers, from 0 to 1.
             */
            power: number;
            reading?: components["schemas"]["Reading"] | null;
            /** @description In what part. */
            role: components["schemas"]["BuyingRole"];
            /** @description Whether their no would end the deal. */
            veto: boolean;
        };
        /** @enum {string} */
        BuyingRole: "decision_maker" | "budget_holder" | "evaluator" | "influencer" | "user" | "gatekeeper" | "reference" | "downstream" | "unknown";
        /** @description Why an activity is cancelled. */
        CancellationBody: {
            /** @description Why, in a line. */
            reason?: string | null;
        };
        /** @description When and why an activity was cancelled. */
        Cancelled: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Why. */
            reason?: string | null;
        };
        /** @description A deal on the board. */
        Card: {
            amount?: components["schemas"]["Money"] | null;
            expected_close?: components["schemas"]["Day"] | null;
            gap?: components["schemas"]["Gap"] | null;
            /** @description Which. */
            id: components["schemas"]["OpportunityId"];
            last_evidence_at?: components["schemas"]["Timestamp"] | null;
            /** @description What it is about. */
            name: string;
            next_commitment?: components["schemas"]["NextCommitment"] | null;
            /** @description Who would buy. */
            organization: components["schemas"]["Named_OrganizationId"];
            /** @description Who sells. */
            owner: components["schemas"]["Named_UserId"];
            /** @description Its buyers. */
            people: components["schemas"]["Buyer"][];
            /** @description Where it stands. */
            stage_id: components["schemas"]["StageId"];
            /**
             * Format: int64
             * @description The deal's version, for moving it.
             */
            version: number;
        };
        /** @description By how much the chance of the next stage had changed a fortnight later. */
        Carried: {
            /**
             * Format: double
             * @description Both together.
             */
            estimate: number;
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /** @description Of how many attempts that is known. */
            known: number;
            /**
             * Format: double
             * @description The lower end of its 80 % interval.
             */
            low: number;
            /**
             * Format: double
             * @description In the mean.
             */
            mean: number;
            /**
             * Format: double
             * @description What the model presumes the action itself to do, right away.
             */
            presumed: number;
        };
        /**
         * @description What a challenger has learned.
         * @enum {string}
         */
        Challenger: "winning" | "people" | "both";
        /** @description What the closed deals of the house said of the chance to win. */
        ChanceProof: {
            /** @description When they were last asked. */
            computed_on: components["schemas"]["Day"];
            /** @description Whether it did better than plain counts. */
            verdict: components["schemas"]["Winner"];
        };
        /** @description Something that was done. */
        Change: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            by?: components["schemas"]["Named_UserId"] | null;
            /** @description Its place in the feed. */
            cursor: string;
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /** @description What sort of record it changed. */
            noun: string;
            /** @description The operation's name. */
            operation: string;
            opportunity_id?: components["schemas"]["OpportunityId"] | null;
            /** @description The people whose estimate may have moved. */
            person_ids: components["schemas"]["PersonId"][];
        };
        /** @description A figure that is changed. */
        ChangeView: {
            after?: components["schemas"]["Figure"] | null;
            before?: components["schemas"]["Figure"] | null;
            /** @description The path of its key. */
            key: string;
        };
        /** @description A share to be set. */
        ChannelShare: {
            /** @description Of which channel. */
            channel: components["schemas"]["RecordChannel"];
            /**
             * Format: double
             * @description From 0 to 1; nothing takes back what was set.
             */
            share: number | null;
        };
        /** @description A piece of what a line says. */
        Chip: {
            action?: components["schemas"]["Key"] | null;
            /** @description Whether the line says so plainly. */
            certain: boolean;
            due?: components["schemas"]["Day"] | null;
            /** @description and one past the last. */
            end: number;
            /** @description Its name, with which it is taken out. */
            id: components["schemas"]["ChipId"];
            /** @description What sort of thing it proposes. */
            kind: components["schemas"]["ChipKind"];
            person_id?: components["schemas"]["PersonId"] | null;
            /** @description Their name. */
            person_name?: string | null;
            /** @description Where it stands on the line, in UTF-16 units: first, */
            start: number;
            /** @description Which way it will move the estimate. */
            toward: components["schemas"]["Toward"];
            /** @description What it proposes: a word of the vocabulary, a day, a source, or free text. */
            value: string;
        };
        /**
         * @description The name of a chip: `sign:stated_criterion:0`. It stays the same while other chips are taken
         *     out, and while the line grows at its end.
         */
        ChipId: string;
        /** @enum {string} */
        ChipKind: "person" | "action" | "reply" | "sign" | "date" | "source" | "our_promise" | "their_promise" | "benefit";
        /** @description An action, and what would come of it. */
        Choice: components["schemas"]["Suggestion"] & {
            closed?: components["schemas"]["Closed"] | null;
        };
        /** @description Every action towards a person. */
        Choices: {
            /** @description Those that are open first, best first. */
            choices: components["schemas"]["Choice"][];
            /** @description The people spoken of. */
            people: components["schemas"]["Named_PersonId"][];
        };
        /** @description Why an action is not open, and since when. */
        Closed: {
            on?: components["schemas"]["Day"] | null;
            /** @description Why. */
            word: components["schemas"]["ClosedWord"];
        };
        /** @enum {string} */
        ClosedWord: "other_phase" | "not_met" | "already_met" | "no_way" | "no_complaint" | "told_to_stop" | "not_their_part" | "declined" | "dismissed" | "planned" | "open";
        /** @description When a deal is expected to end, whichever way. */
        Closing: {
            /** @description By then one in ten such deals has ended. */
            early: components["schemas"]["Day"];
            /** @description Nine in ten. */
            late: components["schemas"]["Day"];
            /** @description Half of them. */
            middle: components["schemas"]["Day"];
        };
        /** @description The end of a deal. */
        ClosureFacts: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description How it ended. */
            outcome: components["schemas"]["Outcome"];
            reason?: components["schemas"]["Line"] | null;
        };
        /** @description A stage with its deals. */
        Column: {
            /** @description The first of them. */
            cards: components["schemas"]["Card"][];
            /**
             * Format: int64
             * @description Deals there.
             */
            count: number;
            /** @description From where the rest is listed. */
            next_cursor?: string | null;
            /** @description The stage. */
            stage: components["schemas"]["Stage"];
            /** @description What they would bring, by currency. */
            sums: components["schemas"]["Money"][];
        };
        /** @description A promise. */
        Commitment: components["schemas"]["CommitmentFields"] & components["schemas"]["Written"] & {
            /** @description Who promised. */
            by: components["schemas"]["Named_PersonId"];
            dispute?: components["schemas"]["Withheld"] | null;
            evidence_id?: components["schemas"]["EvidenceId"] | null;
            /** @description Which. */
            id: components["schemas"]["CommitmentId"];
            /** @description Whether it is a promise of ours. */
            ours: boolean;
            /** @description How it stands today. */
            state: components["schemas"]["CommitmentState"];
            /** @description To whom. */
            to: components["schemas"]["Named_PersonId"];
        };
        /** @description A promise, and whom the change of it moved. */
        CommitmentChanged: {
            /** @description Whom it moved. */
            beliefs: components["schemas"]["Moved"][];
            /** @description The promise. */
            commitment: components["schemas"]["Commitment"];
        };
        /** @description A promise, by one of ours to one of theirs or the other way round. */
        CommitmentFacts: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            broken_on?: components["schemas"]["Day"] | null;
            /** @description Who promised. */
            by_id: components["schemas"]["PersonId"];
            due?: components["schemas"]["Day"] | null;
            kept_on?: components["schemas"]["Day"] | null;
            /** @description When it was given. */
            made_on: components["schemas"]["Day"];
            /** @description The deal it belongs to. */
            opportunity_id: components["schemas"]["OpportunityId"];
            /** @description What. */
            text: components["schemas"]["Line"];
            /** @description To whom. */
            to_id: components["schemas"]["PersonId"];
            withdrawn_on?: components["schemas"]["Day"] | null;
        };
        /** @description A promise, by one of ours to one of theirs or the other way round. */
        CommitmentFields: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            broken_on?: components["schemas"]["Day"] | null;
            /** @description Who promised. */
            by_id: components["schemas"]["PersonId"];
            due?: components["schemas"]["Day"] | null;
            kept_on?: components["schemas"]["Day"] | null;
            /** @description When it was given. */
            made_on: components["schemas"]["Day"];
            /** @description The deal it belongs to. */
            opportunity_id: components["schemas"]["OpportunityId"];
            /** @description What. */
            text: components["schemas"]["Line"];
            /** @description To whom. */
            to_id: components["schemas"]["PersonId"];
            withdrawn_on?: components["schemas"]["Day"] | null;
        };
        /** Format: uuid */
        CommitmentId: string;
        /** @enum {string} */
        CommitmentState: "open" | "overdue" | "kept" | "broken" | "withdrawn";
        /** @description Where they stood before. */
        Compared: {
            /** @description What moved them. */
            because: components["schemas"]["Title"];
            /** @description The reading of the day before. */
            reading: components["schemas"]["Reading"];
        };
        /** @description What was computed, when and by what. */
        ComputedProof: {
            asked_by?: components["schemas"]["Named_UserId"] | null;
            /** @description When. */
            computed_at: components["schemas"]["Timestamp"];
            /** @description The version of the model that the forecasts were made with. */
            model: string;
            /** @description What came out. */
            proof: components["schemas"]["TrackRecord"];
        };
        /** @description How far a computing is. */
        Computing: {
            /** @description When it was asked for. */
            asked_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Deals looked at so far.
             */
            done: number;
            /** @description Why it failed, if it did. */
            error?: string | null;
            /**
             * Format: int64
             * @description Of how many; 0 before they are counted.
             */
            total: number;
        };
        /** @description How far somebody takes up our concept. */
        Concept: {
            /**
             * Format: double
             * @description The probability that they accept it.
             */
            accepted: number;
            /** @description What shows it, oldest first. */
            proof: components["schemas"]["Proof"][];
            /**
             * Format: double
             * @description The same of somebody of whom nothing is known.
             */
            stranger: number;
        };
        /** @description The limits of unconfirmed value. */
        ConfirmationLimits: {
            /**
             * Format: double
             * @description The probability of being satisfied below which it is.
             */
            chance: number;
            /**
             * Format: double
             * @description How long after the order it may be unconfirmed.
             */
            days: number;
            /**
             * Format: double
             * @description Whose role has this much power is asked.
             */
            power: number;
        };
        /** @description The model against the challenger. */
        Contest: {
            /**
             * Format: double
             * @description The model's Brier score less the challenger's: below 0, the model is better.
             */
            brier_difference: number;
            brier_difference_range?: components["schemas"]["ScoreRange"] | null;
            /** @description The challenger's. */
            challenger: components["schemas"]["ScoreCard"];
            /** @description The model's forecasts. */
            model: components["schemas"]["ScoreCard"];
            /**
             * Format: double
             * @description In which share of the redraws the model is better.
             */
            model_better: number;
            /** @description Who has won. */
            verdict: components["schemas"]["Winner"];
        };
        /** @description Every deal that is being sold or used, with what is going wrong in it. */
        ControlBoard: {
            /** @description The day it shows. */
            as_of: components["schemas"]["Day"];
            /** @description The deals whose chance to win changed most within a week. */
            changes: components["schemas"]["WeekChange"][];
            /** @description How many of them have an alarm of each kind that nobody has put off. */
            counts: components["schemas"]["AlarmCount"][];
            /** @description How many deals there are. */
            deals: number;
            /** @description How many fell. */
            fallen: number;
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
            /** @description Where their people stand. */
            people: components["schemas"]["StatePeople"][];
            /** @description How many rose. */
            risen: number;
            /** @description A page of them, those that would bring most first. */
            rows: components["schemas"]["ControlRow"][];
        };
        /**
         * @description The stall chart of a person, week by week: it rises while nothing is heard, falls with every sign,
         *     and rings at its limit.
         */
        ControlChart: {
            /** @description The highest value of the chart within each week. */
            cusum: number[];
            /**
             * Format: double
             * @description Signs a week expected of somebody who responds.
             */
            expected_per_week: number;
            /**
             * Format: double
             * @description False alarms a year.
             */
            false_alarms_per_year: number;
            /**
             * Format: double
             * @description The limit at which the chart rings.
             */
            limit: number;
            /** @description Days on which we dealt with them, by week. */
            ours: number[];
            /** @description Who. */
            person: components["schemas"]["Named_PersonId"];
            /**
             * Format: double
             * @description Their share of the power.
             */
            power: number;
            ringing_since?: components["schemas"]["Day"] | null;
            /** @description In what part. */
            role: components["schemas"]["BuyingRole"];
            /**
             * Format: double
             * @description Mean days to a false alarm.
             */
            run_length_days: number;
            /** @description Since when they are watched. */
            since: components["schemas"]["Day"];
            /** @description Days with signs of theirs, by week. */
            theirs: number[];
            /** @description The first day of each week, at most 26. */
            weeks: components["schemas"]["Day"][];
        };
        /** @description The control charts of a deal. */
        ControlCharts: {
            /** @description One for each person who is watched, most power first. */
            charts: components["schemas"]["ControlChart"][];
        };
        /** @description All limits. */
        ControlLimits: {
            /** @description That a person avoids us. */
            avoids: components["schemas"]["FlagLimits"];
            /** @description That somebody who can say no is blocked. */
            blocked: components["schemas"]["FlagLimits"];
            /** @description The seller's stage against the buyers. */
            gap: components["schemas"]["StageLimits"];
            /**
             * Format: double
             * @description The chance of a silence below which it is one.
             */
            silence_chance: number;
            /** @description Hanging on one person. */
            single_thread: components["schemas"]["ThreadLimits"];
            /**
             * Format: double
             * @description The chance of ending by the day recorded below which a deal slips.
             */
            slip_chance: number;
            /** @description How many earlier stays must have ended for them to say anything. */
            stage_least_ended: number;
            /**
             * Format: double
             * @description The share of earlier stays in a stage that had ended by when a stay is too long.
             */
            stage_share: number;
            /** @description The stall chart. */
            stall: components["schemas"]["StallChartLimits"];
            /**
             * Format: double
             * @description For how many days a decision maker may be unknown.
             */
            unknown_days: number;
            /** @description Value that nobody confirms. */
            value: components["schemas"]["ConfirmationLimits"];
        };
        /** @description A deal on the board. */
        ControlRow: {
            /** @description What is going wrong, those put off last. */
            alarms: components["schemas"]["Alarm"][];
            amount?: components["schemas"]["Money"] | null;
            /**
             * Format: double
             * @description The share of the power that is met, knows the problem, is not against us and responds.
             */
            coverage: number;
            gap?: components["schemas"]["Gap"] | null;
            /** @description Which. */
            id: components["schemas"]["OpportunityId"];
            last_evidence_at?: components["schemas"]["Timestamp"] | null;
            /** @description What it is about. */
            name: string;
            /** @description Who would buy. */
            organization: components["schemas"]["Named_OrganizationId"];
            /** @description Who sells. */
            owner: components["schemas"]["Named_UserId"];
            /** @description Buying or using. */
            phase: components["schemas"]["PhaseWord"];
            /** @description Promises of ours that came due. */
            promises: components["schemas"]["Promises"];
            /** @description Who of the group has been met. */
            roles: components["schemas"]["Reached"];
            /** @description Where the group stands, weighed by power. */
            shares: components["schemas"]["StageShare"][];
            /** @description The stage the seller says it is in. */
            stage: components["schemas"]["Stage"];
            /** @description What we did and what they did in thirteen weeks. */
            touches: components["schemas"]["Touches"];
            win?: components["schemas"]["WinChance"] | null;
        };
        /** @description Something a person's choice hangs on. */
        Criterion: {
            /** @description The benefit point it speaks of. */
            benefit?: string | null;
            /** @description Where they stated it. */
            proof: components["schemas"]["Proof"];
            /**
             * Format: double
             * @description How much they care for that point, from 0 to 1.
             */
            weight: number;
        };
        /** @description What may come in of a currency. */
        CurrencyForecast: {
            /** @description Which. */
            currency: string;
            /** @description The chance of at least so much. */
            curve: components["schemas"]["AtLeast"][];
            /** @description Deals. */
            deals: number;
            /**
             * Format: int64
             * @description The mean.
             */
            mean_minor: number;
            /**
             * Format: int64
             * @description Not exceeded one time in ten.
             */
            p10_minor: number;
            /**
             * Format: int64
             * @description Not exceeded half the time.
             */
            p50_minor: number;
            /**
             * Format: int64
             * @description Not exceeded nine times in ten.
             */
            p90_minor: number;
            /**
             * Format: int64
             * @description The bare sum of their amounts: no forecast, for comparison only.
             */
            sum_minor: number;
        };
        /** @description Forecasts of about the same probability, and what came of them. */
        CurveBin: {
            /** @description How many. */
            count: number;
            /**
             * Format: double
             * @description Their mean.
             */
            forecast: number;
            /**
             * Format: double
             * @description Its upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of its 80 % interval.
             */
            low: number;
            /**
             * Format: double
             * @description The share that came true.
             */
            observed: number;
        };
        /** Format: date */
        Day: string;
        /** @description What to do next in a deal. */
        DealAdvice: {
            against?: components["schemas"]["Suggestion"] | null;
            /** @description What is worth asking, most telling first; at most three. */
            ask: components["schemas"]["Asking"][];
            /** @description What is worth doing, best first; at most five. */
            best: components["schemas"]["Suggestion"][];
            /** @description What was put away lately. */
            dismissed: components["schemas"]["Dismissal"][];
            /** @description What is owed, most pressing first. */
            duties: components["schemas"]["Duty"][];
            measure?: components["schemas"]["Measure"] | null;
            /**
             * Format: double
             * @description What that is today.
             */
            now?: number | null;
            /** @description The people spoken of. */
            people: components["schemas"]["Named_PersonId"][];
        };
        /** @description What changes would move in a deal. */
        DealPreviewView: {
            /** @description Which. */
            deal: components["schemas"]["Named_OpportunityId"];
            gap_after?: components["schemas"]["Gap"] | null;
            gap_before?: components["schemas"]["Gap"] | null;
            /** @description Who would move. */
            people: components["schemas"]["PersonPreviewView"][];
            win_after?: components["schemas"]["WinChance"] | null;
            win_before?: components["schemas"]["WinChance"] | null;
        };
        /** @enum {string} */
        DealState: "open" | "closed" | "won" | "lost";
        /** @description The deals behind a lesson. */
        DealsBehind: {
            /** @description Those that had it, latest first. */
            with: components["schemas"]["EndedDeal"][];
            /** @description Those that had it not. */
            without: components["schemas"]["EndedDeal"][];
        };
        /** @description How to sign in to a demo. */
        DemoLogin: {
            /** @description The name to sign in with. */
            email: string;
            /** @description The password. */
            password: string;
        };
        /** @enum {string} */
        Direction: "out" | "in";
        /** @description A suggestion that was put away. */
        Dismissal: {
            /** @description Which action. */
            action: string;
            /** @description Which. */
            id: components["schemas"]["ProposalId"];
            /** @description In whose words. */
            note?: string | null;
            /** @description When. */
            on: components["schemas"]["Day"];
            /** @description To whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description Why. */
            reason: components["schemas"]["DismissalReason"];
        };
        /** @description A suggestion to be put away. */
        DismissalBody: {
            /** @description Which action, by its name in the model's priors. */
            action: string;
            /** @description In your words. */
            note?: string | null;
            /** @description To whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description Why. What does not suit people in a part is learned from, in all deals. */
            reason: components["schemas"]["DismissalReason"];
        };
        /** @enum {string} */
        DismissalReason: "not_now" | "done" | "wrong_person" | "does_not_suit" | "other";
        /** @description What was put away. */
        Dismissed: {
            /** @description By which it is brought back. */
            id: components["schemas"]["ProposalId"];
        };
        /** @description What an activity became. */
        DoneAs: {
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            /** @description The record of it. */
            interaction_id: components["schemas"]["InteractionId"];
            /** @description How they answered, by its name in the model's priors. */
            result?: string | null;
        };
        /** @description An ask put into words. */
        Draft: {
            /** @description What is asked. */
            body: string;
            /** @description What it is about. */
            subject: string;
        };
        /** @description The same ask in both languages. */
        Drafts: {
            /** @description In English. */
            en: components["schemas"]["Draft"];
            /** @description In Chinese. */
            "zh-CN": components["schemas"]["Draft"];
        };
        /** @description Something owed to somebody. */
        Duty: {
            /** @description What would answer it: the action, by its name in the model's priors. */
            action?: string | null;
            commitment_id?: components["schemas"]["CommitmentId"] | null;
            /** @description What. */
            kind: components["schemas"]["DutyKind"];
            /** @description Since when, or for a promise when it is due. */
            on: components["schemas"]["Day"];
            /** @description To whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description What they asked for: the sign, by its name in the model's priors. */
            sign?: string | null;
            /** @description What was promised. */
            words?: string | null;
        };
        /** @enum {string} */
        DutyKind: "complaint" | "promise" | "asked";
        /** @description What ties two people on the map. */
        Edge: {
            /** @description Whether it is an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description One end. */
            from: components["schemas"]["PersonId"];
            /** @description `reports_to`, `introduced`, or the kind of the tie. */
            kind: string;
            since?: components["schemas"]["Day"] | null;
            /**
             * Format: double
             * @description What is left of the bond on that day, from 0 to 1.
             */
            strength?: number | null;
            /** @description The other. */
            to: components["schemas"]["PersonId"];
            /**
             * Format: double
             * @description How much of the stand of `to` is made of that of `from`, from 0 to 1; nothing, where the two
             *     are bound by nothing along which stands travel.
             */
            weight?: number | null;
            /**
             * Format: double
             * @description The same the other way round.
             */
            weight_back?: number | null;
        };
        Email: string;
        /** @description A person's time with an organization. */
        Employment: components["schemas"]["EmploymentFields"] & components["schemas"]["Written"] & {
            /** @description Which. */
            id: components["schemas"]["EmploymentId"];
            /** @description Where. */
            organization: components["schemas"]["Named_OrganizationId"];
            /** @description Who. */
            person: components["schemas"]["Named_PersonId"];
            reports_to?: components["schemas"]["Named_PersonId"] | null;
        };
        /** @description A person's time with an organization. A person may have several at once. */
        EmploymentFacts: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            from?: components["schemas"]["Day"] | null;
            /** @description Where. */
            organization_id: components["schemas"]["OrganizationId"];
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            reports_to_id?: components["schemas"]["PersonId"] | null;
            title?: components["schemas"]["Line"] | null;
            until?: components["schemas"]["Day"] | null;
        };
        /** @description A person's time with an organization. A person may have several at once. */
        EmploymentFields: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            from?: components["schemas"]["Day"] | null;
            /** @description Where. */
            organization_id: components["schemas"]["OrganizationId"];
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            reports_to_id?: components["schemas"]["PersonId"] | null;
            title?: components["schemas"]["Line"] | null;
            until?: components["schemas"]["Day"] | null;
        };
        /** Format: uuid */
        EmploymentId: string;
        /** @description The chances that a deal has ended by a day. */
        EndedBy: {
            /** @description The day. */
            day: components["schemas"]["Day"];
            /**
             * Format: double
             * @description Lost to another supplier.
             */
            lost: number;
            /**
             * Format: double
             * @description Come to nothing.
             */
            no_decision: number;
            /**
             * Format: double
             * @description Won.
             */
            won: number;
        };
        /** @description A closed deal. */
        EndedDeal: {
            /** @description When. */
            ended_on: components["schemas"]["Day"];
            /** @description Which. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description The name of the customer. */
            organization: string;
            /** @description How it ended. */
            outcome: components["schemas"]["Outcome"];
        };
        /** @description An entry: a kind of sign, a reply, a role, or figures that hold for everything. */
        EntryView: {
            /** @description Its figures. */
            fields: components["schemas"]["FieldView"][];
            /** @description The path of its table in the file, such as `sign.inbound_call`. */
            path: string;
        };
        /** @description Where a person stands, how that moved, and why. */
        Estimate: {
            compared?: components["schemas"]["Compared"] | null;
            /** @description The lines that add up to it. */
            explanation: components["schemas"]["Explanation"];
            /**
             * Format: double
             * @description Its probability.
             */
            probability: number;
            /** @description Where they stand. */
            reading: components["schemas"]["Reading"];
            since?: components["schemas"]["Day"] | null;
            /** @description What is accounted for: a stage “or further”, `avoids_us` or `blocked`. */
            target: components["schemas"]["TargetWord"];
            /** @description How the belief moved, day by day. */
            trajectory: components["schemas"]["Trajectory"];
        };
        /** @description What was entered, and whom it moved. */
        Evidence: {
            /** @description Whom it moved. */
            beliefs: components["schemas"]["Moved"][];
            /** @description What was promised. */
            commitments: components["schemas"]["Commitment"][];
            /** @description By which it is undone. */
            id: components["schemas"]["EvidenceId"];
            interaction?: components["schemas"]["Interaction"] | null;
        };
        /** @description What is entered in one go. */
        EvidenceBody: {
            /** @description What was promised. */
            commitments?: components["schemas"]["CommitmentFacts"][];
            interaction?: components["schemas"]["InteractionFacts"] | null;
        };
        /** Format: uuid */
        EvidenceId: string;
        /** @description Something in the feed: one of the three. */
        EvidenceItem: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            commitment?: components["schemas"]["Commitment"] | null;
            interaction?: components["schemas"]["Interaction"] | null;
            /** @description What it did to whom, in points towards where each stands today. */
            moved: components["schemas"]["MovedBy"][];
            stage_change?: components["schemas"]["StageChange"] | null;
        };
        /** @description What an activity was expected to bring when it was planned. */
        Expectation: {
            /**
             * Format: double
             * @description What it was expected to become.
             */
            after: number;
            /** @description The answers it might get, of whoever has most power among those it was to move. */
            answers: components["schemas"]["PossibleAnswer"][];
            /** @description What shifts are shifts of. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: double
             * @description What that was.
             */
            now: number;
            /** @description By person, the chance of the stage aimed at. */
            people: components["schemas"]["ExpectedChange"][];
        };
        /** @description A change expected in a person. */
        ExpectedChange: {
            /**
             * Format: double
             * @description The chance expected after it.
             */
            after: number;
            /**
             * Format: double
             * @description The chance that they stood there or further.
             */
            before: number;
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            /** @description The stage aimed at. */
            stage: components["schemas"]["StageWord"];
        };
        /** @description Why: `start_points` + the lines' points + `quiet_points` = `total_points`. */
        Explanation: {
            /** @description What the evidence did, in order. */
            lines: components["schemas"]["ExplanationLine"][];
            /** @description The model it was made with. */
            model: components["schemas"]["ModelInfo"];
            /** @description The phase it covers; an order begins a new one. */
            phase: components["schemas"]["PhaseWord"];
            /**
             * Format: double
             * @description The probability had the strongest line never been recorded.
             */
            probability_without_strongest?: number | null;
            /**
             * Format: double
             * @description How many those were.
             */
            quiet_days: number;
            /**
             * Format: double
             * @description What quiet days did.
             */
            quiet_points: number;
            /** @description Where it begins: with a stranger, or where an order or a renewal left them. */
            start: components["schemas"]["AccountStart"];
            /**
             * Format: double
             * @description Points there. Ten points double the odds.
             */
            start_points: number;
            /** @description The place of the strongest line among the lines. */
            strongest?: number | null;
            /**
             * Format: double
             * @description Points now.
             */
            total_points: number;
        };
        /** @description A line of an explanation. */
        ExplanationLine: {
            /** @description Whether any of it is an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description When, or when the first of several. */
            at: components["schemas"]["Timestamp"];
            /** @description The promises. */
            commitment_ids: components["schemas"]["CommitmentId"][];
            /** @description How many alike. */
            count: number;
            /** @description The interactions. */
            interaction_ids: components["schemas"]["InteractionId"][];
            /**
             * Format: double
             * @description Points towards the target, or away from it.
             */
            points: number;
            recorded_by?: components["schemas"]["Named_UserId"] | null;
            /**
             * Format: double
             * @description Points after this line.
             */
            running: number;
            source?: components["schemas"]["Source"] | null;
            /** @description What it is. */
            title: components["schemas"]["Title"];
            until?: components["schemas"]["Timestamp"] | null;
        };
        /** @description Probabilities of the five levels of each factor, lowest first. */
        Factors: {
            /** @description Behaviour: what they do. */
            B: number[];
            /** @description Cognition: what they know and understand. */
            C: number[];
            /** @description Psychology: how they stand to us. */
            P: number[];
        };
        /** @enum {string} */
        FalseAlarmBasis: "exact" | "simulated" | "fact" | "unmeasured";
        /** @description How often an alarm of a kind is false. */
        FalseAlarmRate: {
            /** @description On what it rests. */
            basis: components["schemas"]["FalseAlarmBasis"];
            /**
             * Format: double
             * @description How many a year come without a cause, for each person or deal watched.
             */
            per_year?: number | null;
            /**
             * Format: double
             * @description Which share of those raised was true.
             */
            true_share?: number | null;
        };
        /** @description Something that a deal had to it. */
        Feature: {
            /** @description What sort. */
            kind: components["schemas"]["FeatureKind"];
            /** @description Which: the point, the criterion, the action, or a word of the sort. */
            name: string;
        };
        /** @enum {string} */
        FeatureKind: "endorsed" | "refused" | "criterion" | "activity" | "route" | "competitor" | "promises" | "reach";
        /** @description A field at fault. */
        FieldProblem: {
            /** @description What is wrong, as a stable word. */
            code: string;
            /** @description The same in English. */
            message: string;
            /** @description The field, as a JSON pointer into what was sent. */
            pointer: string;
        };
        /** @description A figure with its layers. */
        FieldView: {
            edited?: components["schemas"]["Figure"] | null;
            in_force?: components["schemas"]["Figure"] | null;
            /** @description Whether users have changed it. */
            is_edited: boolean;
            /** @description The path of its key within the entry, such as `P` or `dose.C_up`. */
            key: string;
            learned?: components["schemas"]["LearnedView"] | null;
            shipped?: components["schemas"]["Figure"] | null;
        };
        Figure: boolean | number | string | number[] | string[];
        Figures: {
            [key: string]: boolean | number | string | number[] | string[] | null;
        };
        /** @description A find. */
        Find: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /** @description `person`, `organization`, `opportunity` or `note`. */
            noun: string;
            opportunity_id?: components["schemas"]["OpportunityId"] | null;
            reading?: components["schemas"]["Reading"] | null;
            /** @description What is shown beside it. */
            subtitle: string;
            /** @description What is shown first. */
            title: string;
        };
        /** @description What came of a run. */
        FindingsView: {
            /** @description The objective of learning after each step. It never falls. */
            climb: number[];
            /** @description People dealt with, each counted once a deal. */
            dealings: number;
            /** @description Deals that ended. */
            ended: number;
            /** @description The learned figures, whether kept or not. */
            learned: components["schemas"]["LearnedFigure"][];
            /** @description Why the learned figures were kept, or not. */
            outcome: components["schemas"]["LearningOutcome"];
            /** @description Passes over all dealings. */
            passes: number;
            taught_until?: components["schemas"]["Day"] | null;
            verdict?: components["schemas"]["LearningVerdict"] | null;
        };
        /** @description Between which probabilities a flag moves. */
        FlagLimits: {
            /**
             * Format: double
             * @description Below this it comes down again.
             */
            off: number;
            /**
             * Format: double
             * @description Above this it goes up.
             */
            on: number;
        };
        /** @description What open deals may bring until a day. */
        Forecast: {
            /** @description The totals, currency by currency. */
            currencies: components["schemas"]["CurrencyForecast"][];
            /** @description The deals that carry it, by the chance to come in times the amount. */
            deals: components["schemas"]["ForecastDeal"][];
            /** @description How many times it was drawn. */
            draws: number;
            /** @description The same, seller by seller. */
            owners: components["schemas"]["OwnerForecast"][];
            /** @description The day. */
            until: components["schemas"]["Day"];
            /** @description Deals that say no amount, and so are in no total. */
            without_amount: number;
        };
        /** @description A deal that may come in. */
        ForecastDeal: {
            /** @description What it would bring. */
            amount: components["schemas"]["Money"];
            expected_close?: components["schemas"]["Day"] | null;
            /** @description Which. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Who would buy. */
            organization: components["schemas"]["Named_OrganizationId"];
            /** @description Who sells. */
            owner: components["schemas"]["Named_UserId"];
            /** @description The chance to win it at all. */
            win: components["schemas"]["WinChance"];
            /**
             * Format: double
             * @description The chance to win it until the day.
             */
            won_by: number;
        };
        /** @description How the seller's stage stands to the buyers. */
        Gap: {
            /** @description Where the middle of them stands, weighed by power. */
            buyers_median: components["schemas"]["StageWord"];
            /** @description Whether the flag is up. */
            flagged: boolean;
            judged_on?: components["schemas"]["PersonId"] | null;
            /**
             * Format: double
             * @description Probability that the buyer it is judged on has not got there.
             */
            p_ahead: number;
            /** @description Where the stage presumes the buyers to stand. */
            recorded: components["schemas"]["BuyStage"];
            /** @description The buyers' stages, weighed by power. */
            shares: components["schemas"]["StageShare"][];
            /**
             * Format: int64
             * @description Stages by which the seller is ahead; negative when behind.
             */
            steps: number;
        };
        /** @description Something that happened with somebody. */
        Happened: {
            /** @description Whether it is an assumption rather than a reported fact. */
            assumed: boolean;
            commitment_id?: components["schemas"]["CommitmentId"] | null;
            interaction_id?: components["schemas"]["InteractionId"] | null;
            /** @description With whom. */
            person: components["schemas"]["Named_PersonId"];
            source?: components["schemas"]["Source"] | null;
            /** @description What. */
            title: components["schemas"]["Title"];
        };
        /** @description A hop of a way. */
        Hop: {
            /** @description Why they may. */
            bridge: components["schemas"]["Bridge"];
            /**
             * Format: double
             * @description The chance that they do.
             */
            chance: number;
            from_id?: components["schemas"]["PersonId"] | null;
            /** @description To whom. */
            to_id: components["schemas"]["PersonId"];
        };
        /** @description What the closed deals say. */
        HouseProof: {
            /** @description Deals that have ended by now. */
            closed: number;
            computed?: components["schemas"]["ComputedProof"] | null;
            /** @description Whether the deals are those of a demo, and so invented. */
            invented: boolean;
            /** @description What the plain challenger knows of a deal. */
            plain: components["schemas"]["PlainNumber"][];
            run?: components["schemas"]["Computing"] | null;
        };
        /** @description A priors file to be read. */
        ImportBody: {
            /** @description Its text. */
            text: string;
        };
        /** @description What a priors file would change. */
        ImportView: {
            /** @description Each figure that differs from the model in force. */
            changes: components["schemas"]["ChangeView"][];
        };
        /** @description Something said of a deal. */
        InDeal_Asking: {
            /** @description What they may show, with what probability; the rest is that they have nothing to say. */
            answers: components["schemas"]["AskedAnswer"][];
            /**
             * Format: double
             * @description By how much what is believed of them would grow surer: the fall in entropy, in bits.
             */
            bits?: number | null;
            /** @description Whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description What about, by its name in the model's priors; `who_decides` where nobody who can say no is known. */
            topic: string;
        } & {
            amount?: components["schemas"]["Money"] | null;
            /** @description What shifts are shifts of. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: double
             * @description What that is today.
             */
            now: number;
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Who buys. */
            organization: string;
        };
        /** @description Something said of a deal. */
        InDeal_Duty: {
            /** @description What would answer it: the action, by its name in the model's priors. */
            action?: string | null;
            commitment_id?: components["schemas"]["CommitmentId"] | null;
            /** @description What. */
            kind: components["schemas"]["DutyKind"];
            /** @description Since when, or for a promise when it is due. */
            on: components["schemas"]["Day"];
            /** @description To whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description What they asked for: the sign, by its name in the model's priors. */
            sign?: string | null;
            /** @description What was promised. */
            words?: string | null;
        } & {
            amount?: components["schemas"]["Money"] | null;
            /** @description What shifts are shifts of. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: double
             * @description What that is today.
             */
            now: number;
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Who buys. */
            organization: string;
        };
        /** @description Something said of a deal. */
        InDeal_Suggestion: {
            /** @description The benefit point to speak of. */
            about?: string | null;
            /** @description Which, by its name in the model's priors. */
            action: string;
            /** @description The answers it may get. */
            answers: components["schemas"]["PossibleAnswer"][];
            /**
             * Format: double
             * @description Hours of ours that it takes.
             */
            cost_hours: number;
            /**
             * Format: double
             * @description By how much the measure is expected to change.
             */
            gain: number;
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /**
             * Format: double
             * @description What the measure would be: four times in five it ends between these two, over the answers.
             */
            low: number;
            /** @description To whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description Its place; those of one place are equals. */
            place: number;
            /**
             * Format: double
             * @description The chance that it arrives, where others must pass it on.
             */
            reach?: number | null;
            /** @description Why. */
            reasons: components["schemas"]["AdviceReason"][];
            /**
             * Format: double
             * @description What it is worth beyond them, in hours of selling.
             */
            score_hours: number;
            /** @description Through whom, from the first asked to the last. */
            through: components["schemas"]["PersonId"][];
        } & {
            amount?: components["schemas"]["Money"] | null;
            /** @description What shifts are shifts of. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: double
             * @description What that is today.
             */
            now: number;
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Who buys. */
            organization: string;
        };
        /** @description The installation. */
        Installation: {
            demo_case_id?: components["schemas"]["OpportunityId"] | null;
            /** @description What it is called. */
            name: string;
            /** @description Today. */
            today: components["schemas"]["Day"];
        };
        /** @description Something that happened. */
        Interaction: components["schemas"]["InteractionFields"] & components["schemas"]["Written"] & {
            dispute?: components["schemas"]["Withheld"] | null;
            evidence_id?: components["schemas"]["EvidenceId"] | null;
            /** @description Which. */
            id: components["schemas"]["InteractionId"];
            /** @description The names of everybody it speaks of. */
            people: components["schemas"]["Named_PersonId"][];
            recorded_by?: components["schemas"]["Named_UserId"] | null;
        };
        /** @description Interactions to be recorded together. */
        InteractionBatch: {
            /** @description At most 1,000. */
            items: unknown[];
        };
        /** @description What a line says. */
        InteractionDraft: {
            /** @description Piece by piece, in the order of the line. */
            chips: components["schemas"]["Chip"][];
            /** @description What was promised, likewise. */
            commitments: components["schemas"]["CommitmentFacts"][];
            /** @description Whom recording it would move. */
            effects: components["schemas"]["Moved"][];
            interaction?: components["schemas"]["InteractionFacts"] | null;
            /** @description What has to be said before it can be recorded. */
            missing: components["schemas"]["Missing"][];
        };
        /** @description What happened, when, between whom, in whose words. */
        InteractionFacts: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            by_id?: components["schemas"]["PersonId"] | null;
            direction?: components["schemas"]["Direction"] | null;
            /**
             * @description What it was, by its name in the model's priors (`call`, `meeting`, …), or `remark` for what
             *     was only heard.
             */
            kind: components["schemas"]["Key"];
            /** @description The deal it belongs to. */
            opportunity_id: components["schemas"]["OpportunityId"];
            /** @description The people on the other side. */
            participants?: components["schemas"]["PersonId"][];
            /**
             * @description Whether they took part because a procedure bound them to (a bidders' hour, owed to all)
             *     rather than by their own choice; then their being there says nothing.
             */
            procedure_bound?: boolean;
            result?: components["schemas"]["Key"] | null;
            /** @description What they showed. */
            signs?: components["schemas"]["SignFacts"][];
            /** @description Where the record comes from. */
            source?: components["schemas"]["Source"];
            /** @description Who introduced us, from our side to theirs. */
            through?: components["schemas"]["PersonId"][];
            words?: components["schemas"]["Words"] | null;
        };
        /** @description What happened, when, between whom, in whose words. */
        InteractionFields: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            by_id?: components["schemas"]["PersonId"] | null;
            direction?: components["schemas"]["Direction"] | null;
            /**
             * @description What it was, by its name in the model's priors (`call`, `meeting`, …), or `remark` for what
             *     was only heard.
             */
            kind: components["schemas"]["Key"];
            /** @description The deal it belongs to. */
            opportunity_id: components["schemas"]["OpportunityId"];
            /** @description The people on the other side. */
            participants?: components["schemas"]["PersonId"][];
            /**
             * @description Whether they took part because a procedure bound them to (a bidders' hour, owed to all)
             *     rather than by their own choice; then their being there says nothing.
             */
            procedure_bound?: boolean;
            result?: components["schemas"]["Key"] | null;
            /** @description What they showed. */
            signs?: components["schemas"]["SignFacts"][];
            /** @description Where the record comes from. */
            source?: components["schemas"]["Source"];
            /** @description Who introduced us, from our side to theirs. */
            through?: components["schemas"]["PersonId"][];
            words?: components["schemas"]["Words"] | null;
        };
        /** Format: uuid */
        InteractionId: string;
        /** @description Something that happened, and whom it moved. */
        InteractionMade: {
            /** @description Whom it moved. */
            beliefs: components["schemas"]["Moved"][];
            interaction?: components["schemas"]["Interaction"] | null;
        };
        Key: string;
        /** @enum {string} */
        KeyScope: "read" | "write";
        /**
         * @description Where an organization stands on the map.
         * @enum {string}
         */
        Lane: "ours" | "branch" | "decides" | "downstream" | "other";
        /** @enum {string} */
        Language: "zh-CN" | "en";
        /** @description A learned figure, by the path of its key. */
        LearnedFigure: components["schemas"]["LearnedView"] & {
            /** @description The path. */
            key: string;
        };
        /** @description A learned figure. */
        LearnedView: {
            /** @description Its standard error, or one for each of its numbers. */
            errors: number[];
            /**
             * Format: int64
             * @description How often what it is of was recorded; of a half-life, from how many dealings.
             */
            recorded: number;
            /** @description The figure. */
            value: components["schemas"]["Figure"];
        };
        /** @description Whether chances mean what they say. */
        LearningCalibration: {
            /**
             * Format: double
             * @description The mean over deals of their mean chance: to be set against the share that was won.
             */
            mean: number;
            /**
             * Format: double
             * @description The slope of the outcome on the log-odds of all forecasts: 1 is calibrated, less is too sure.
             *     Nothing, where the forecasts do not tell.
             */
            slope?: number | null;
        };
        /** Format: uuid */
        LearningId: string;
        /**
         * @description Why a run ended as it did.
         * @enum {string}
         */
        LearningOutcome: "kept" | "not_better" | "too_few_deals" | "overtaken";
        /** @description A run of learning. */
        LearningRun: {
            /** @description When it was asked for. */
            asked_at: components["schemas"]["Timestamp"];
            asked_by?: components["schemas"]["Named_UserId"] | null;
            /** @description Whether somebody wants it broken off. */
            cancel_asked: boolean;
            /**
             * Format: int64
             * @description How much of that is done,
             */
            done: number;
            ended_at?: components["schemas"]["Timestamp"] | null;
            findings?: components["schemas"]["FindingsView"] | null;
            /** @description Which. */
            id: components["schemas"]["LearningId"];
            /**
             * @description Where it stands: `waiting`, `gathering`, `learning`, `judging`; `kept`, `not_kept`, `cancelled` or
             *     `failed` once it has ended.
             */
            state: string;
            /**
             * Format: int64
             * @description of how much.
             */
            total: number;
            /**
             * Format: int64
             * @description The version of the model that it made.
             */
            version?: number | null;
        };
        /** @description Runs of learning. */
        LearningRuns: {
            /** @description The latest, newest first. */
            data: components["schemas"]["LearningRun"][];
            /** @description How many later deals must judge, */
            least_judges: number;
            /** @description and how many of them must have been won, and not. */
            least_of_either: number;
        };
        /** @description How the later deals judged. */
        LearningVerdict: {
            /** @description Whether its chances mean what they say. */
            calibration: components["schemas"]["LearningCalibration"];
            /** @description The challengers. */
            challengers: components["schemas"]["Score"][];
            /**
             * Format: double
             * @description The Brier score of the model in force.
             */
            champion: number;
            /** @description Deals with a forecast. */
            deals: number;
            /** @description Forecasts of them all. */
            forecasts: number;
            /** @description Of them, won. */
            won: number;
        };
        /** @description How far something goes with winning. */
        Lesson: components["schemas"]["Feature"] & {
            /**
             * Format: double
             * @description By how much the share won differs, drawn towards no difference as far as the deals are few.
             */
            difference: number;
            /** @description Whether too few deals had it, or had it not, to say anything. */
            few: boolean;
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of its 80 % interval.
             */
            low: number;
            /** @description Deals with it. */
            with_all: number;
            /** @description Of them won. */
            with_won: number;
            /** @description Deals without it. */
            without_all: number;
            /** @description Of them won. */
            without_won: number;
        };
        /** @description What goes with winning. */
        Lessons: {
            /** @description What goes with winning, furthest first; what is too few last. */
            lessons: components["schemas"]["Lesson"][];
            /** @description Deals lost. */
            lost: number;
            /** @description Deals that came to nothing. */
            no_decision: number;
            /** @description Deals won. */
            won: number;
        };
        /** @description What the levels of a factor are called, lowest first. */
        LevelNames: {
            /** @description While buying. */
            buy: string[];
            /** @description While using. */
            use: string[];
        };
        /** @description The level in the middle of each factor, from 0: half of the probability lies at it or below. */
        Levels: {
            /** @description Behaviour: what they do. */
            B: number;
            /** @description Cognition: what they know and understand. */
            C: number;
            /** @description Psychology: how they stand to us. */
            P: number;
        };
        /** @description The limits in force. */
        Limits: {
            changed_at?: components["schemas"]["Timestamp"] | null;
            changed_by?: components["schemas"]["Named_UserId"] | null;
            /** @description The limits in force. */
            limits: components["schemas"]["ControlLimits"];
            /** @description Those that ship with the program. */
            shipped: components["schemas"]["ControlLimits"];
        };
        /** @description Limits to be set. */
        LimitsBody: {
            /** @description All of them. */
            limits: components["schemas"]["ControlLimits"];
        };
        Line: string;
        /** @description A typed line. */
        LineBody: {
            /** @description The deal it is about. */
            opportunity_id: components["schemas"]["OpportunityId"];
            person_id?: components["schemas"]["PersonId"] | null;
            /** @description What was typed, in Chinese or English or both. */
            text: string;
            /** @description Chips that were taken out, by their ids. */
            without?: components["schemas"]["ChipId"][];
        };
        /** @description Who wants to sign in. */
        Login: {
            /** @description The name to sign in with. */
            email: components["schemas"]["Email"];
            /** @description The password. */
            password: string;
        };
        /** @description Somebody on the map. */
        MapPerson: {
            /** @description Whether they are an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description Who. */
            id: components["schemas"]["PersonId"];
            /** @description Whether they own the deal. */
            is_owner: boolean;
            /** @description Their name. */
            name: string;
            organization?: components["schemas"]["Named_OrganizationId"] | null;
            /** @description Their title on that day. */
            title?: string | null;
        };
        /** @description Something that moved the person who decides. */
        Mark: {
            /** @description How many alike. */
            count: number;
            /** @description When. */
            day: components["schemas"]["Day"];
            /** @description Whom it moved. */
            person_id: components["schemas"]["PersonId"];
            /**
             * Format: double
             * @description Points towards us, or away.
             */
            points: number;
            /** @description What it was. */
            title: components["schemas"]["Title"];
        };
        /** @enum {string} */
        Measure: "win" | "use";
        /** @enum {string} */
        Missing: "words" | "person" | "reply" | "author";
        /** @description The model, and the strengths it reads evidence with. */
        ModelInfo: {
            /** @description By channel, the share of what happens that is taken to reach the records. */
            completeness: components["schemas"]["Share"][];
            /**
             * Format: int64
             * @description Which of the house's versions of the model; 0 is the priors file itself.
             */
            number: number;
            /** @description By source, how far its word is weighed. */
            sources: components["schemas"]["Share"][];
            /** @description Version and digest of the priors. */
            version: string;
        };
        /** @description The model in force. */
        ModelView: {
            /** @description Each entry with its figures, in the order of the file. */
            entries: components["schemas"]["EntryView"][];
            /** @description As beliefs made with it name it. */
            model: string;
            n_equiv?: components["schemas"]["Figure"] | null;
            /**
             * Format: int64
             * @description Its version; 0 is the priors file itself.
             */
            number: number;
            settling?: components["schemas"]["SettlingView"] | null;
            /** @description Whether it lies over the file that the program ships with, and not over one given to it. */
            shipped: boolean;
            source?: components["schemas"]["Figure"] | null;
            /** @description Each stage with the share of people who stand there and of whom nothing is known. */
            stages: components["schemas"]["StageView"][];
            /** @description What was set or learned and no longer fits the file. It is left out. */
            unfit: components["schemas"]["Unfit"][];
        };
        /** @description An amount in minor units (cents, fen, yen) of one currency. */
        Money: {
            /** @description Which money. */
            currency: string;
            /**
             * Format: int64
             * @description Minor units; negative for a credit.
             */
            minor: number;
        };
        /** @description A person whose estimate moved. */
        Moved: {
            after?: components["schemas"]["Reading"] | null;
            before?: components["schemas"]["Reading"] | null;
            /**
             * Format: double
             * @description Probability of the target after.
             */
            p_after?: number | null;
            /**
             * Format: double
             * @description Probability of the target before.
             */
            p_before?: number | null;
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            /**
             * Format: double
             * @description Points towards `target`, or away from it. Ten double the odds.
             */
            points: number;
            target?: components["schemas"]["TargetWord"] | null;
        };
        /** @description What a record did to a person. */
        MovedBy: {
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            /**
             * Format: double
             * @description Points towards `target`, or away from it.
             */
            points: number;
            /** @description A stage “or further”, `avoids_us` or `blocked`. */
            target: components["schemas"]["TargetWord"];
        };
        Name: string;
        /** @description A name to be shown for an identifier. */
        Named_OpportunityId: {
            /** Format: uuid */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description A name to be shown for an identifier. */
        Named_OrganizationId: {
            /** Format: uuid */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description A name to be shown for an identifier. */
        Named_PersonId: {
            /** Format: uuid */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description A name to be shown for an identifier. */
        Named_PipelineId: {
            /** Format: uuid */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description A name to be shown for an identifier. */
        Named_ProductId: {
            /** Format: uuid */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description A name to be shown for an identifier. */
        Named_TeamId: {
            /** Format: uuid */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description A name to be shown for an identifier. */
        Named_UserId: {
            /** Format: uuid */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description An activity to be planned. */
        NewActivity: components["schemas"]["ActivityFields"] & {
            /** @description Whether it takes up a suggestion, which is learned from. */
            suggested?: boolean;
        };
        /** @description A new API key. */
        NewApiKey: {
            /** @description What it is for. */
            name: components["schemas"]["Name"];
            /** @description What it may be used for, within what its user may do. */
            scope: components["schemas"]["KeyScope"];
        };
        /** @description A deal to be begun. */
        NewOpportunity: components["schemas"]["OpportunityFields"] & {
            stage_id?: components["schemas"]["StageId"] | null;
        };
        /** @description A new password. */
        NewPassword: {
            /** @description At least ten characters. */
            password: string;
        };
        /** @description A move to be made. */
        NewStageChange: {
            at?: components["schemas"]["Timestamp"] | null;
            note?: components["schemas"]["Words"] | null;
            /** @description The stage to move to. */
            stage_id: components["schemas"]["StageId"];
        };
        /** @description A user to be added. */
        NewUser: components["schemas"]["UserFields"] & {
            /** @description Their first password; without one they own records but cannot sign in yet. */
            password?: string | null;
        };
        /** @description A promise that is due. */
        NextCommitment: {
            due?: components["schemas"]["Day"] | null;
            /** @description Whether it is a promise of ours. */
            ours: boolean;
            /** @description Whether that day has passed. */
            overdue: boolean;
            /** @description What. */
            text: string;
        };
        /** @description What an activity did to a person, as the records have it today. */
        ObservedChange: {
            /**
             * Format: double
             * @description The chance just after.
             */
            after: number;
            /**
             * Format: double
             * @description The chance of it just before.
             */
            before: number;
            /**
             * Format: double
             * @description The chance a fortnight after, whatever else happened; nothing while that lies ahead.
             */
            later?: number | null;
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            /** @description The stage aimed at. */
            stage: components["schemas"]["StageWord"];
        };
        /** @description A deal. */
        Opportunity: components["schemas"]["OpportunityFields"] & components["schemas"]["Written"] & {
            closure?: components["schemas"]["ClosureFacts"] | null;
            gap?: components["schemas"]["Gap"] | null;
            /** @description Which. */
            id: components["schemas"]["OpportunityId"];
            ordered_at?: components["schemas"]["Timestamp"] | null;
            /** @description Who would buy. */
            organization: components["schemas"]["Named_OrganizationId"];
            /** @description Who sells. */
            owner: components["schemas"]["Named_UserId"];
            /** @description Buying, or using once it is ordered. */
            phase: components["schemas"]["PhaseWord"];
            product?: components["schemas"]["Named_ProductId"] | null;
            /** @description The stage the seller says it is in. */
            stage: components["schemas"]["Stage"];
            /** @description Since when. */
            stage_since: components["schemas"]["Timestamp"];
            team?: components["schemas"]["Named_TeamId"] | null;
        };
        /** @description What is said of a deal. Its stage, order and closure are rows of their own. */
        OpportunityFacts: {
            amount?: components["schemas"]["Money"] | null;
            /** @description Whether its figures are assumptions rather than reported facts. */
            assumed?: boolean;
            expected_close?: components["schemas"]["Day"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description What it is about. */
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Words"] | null;
            observed_until?: components["schemas"]["Day"] | null;
            /** @description When it began. */
            opened_on: components["schemas"]["Day"];
            /** @description Who would buy. */
            organization_id: components["schemas"]["OrganizationId"];
            /** @description Who sells. */
            owner_id: components["schemas"]["UserId"];
            /** @description The steps it runs through. */
            pipeline_id: components["schemas"]["PipelineId"];
            product_id?: components["schemas"]["ProductId"] | null;
            renews_id?: components["schemas"]["OpportunityId"] | null;
            team_id?: components["schemas"]["TeamId"] | null;
        };
        /** @description What is said of a deal. Its stage, order and closure are rows of their own. */
        OpportunityFields: {
            amount?: components["schemas"]["Money"] | null;
            /** @description Whether its figures are assumptions rather than reported facts. */
            assumed?: boolean;
            expected_close?: components["schemas"]["Day"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description What it is about. */
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Words"] | null;
            observed_until?: components["schemas"]["Day"] | null;
            /** @description When it began. */
            opened_on: components["schemas"]["Day"];
            /** @description Who would buy. */
            organization_id: components["schemas"]["OrganizationId"];
            /** @description Who sells. */
            owner_id: components["schemas"]["UserId"];
            /** @description The steps it runs through. */
            pipeline_id: components["schemas"]["PipelineId"];
            product_id?: components["schemas"]["ProductId"] | null;
            renews_id?: components["schemas"]["OpportunityId"] | null;
            team_id?: components["schemas"]["TeamId"] | null;
        };
        /** Format: uuid */
        OpportunityId: string;
        /** @description When the order was placed. */
        OrderBody: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
        };
        /** @description An organization. */
        Organization: components["schemas"]["OrganizationFields"] & components["schemas"]["Written"] & {
            /** @description Which. */
            id: components["schemas"]["OrganizationId"];
        };
        /** @description What is said of an organization. */
        OrganizationFacts: {
            /** @description Whether this record is an assumption rather than a reported fact. */
            assumed?: boolean;
            city?: components["schemas"]["Line"] | null;
            /** @description Whether it sells against us. */
            competitor?: boolean;
            country?: components["schemas"]["Line"] | null;
            customer_since?: components["schemas"]["Day"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description As it calls itself. */
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Words"] | null;
            /** @description Whether this is our own house (or a part of it). */
            ours?: boolean;
            owner_id?: components["schemas"]["UserId"] | null;
            sector?: components["schemas"]["Line"] | null;
            team_id?: components["schemas"]["TeamId"] | null;
            website?: components["schemas"]["Line"] | null;
        };
        /** @description What is said of an organization. */
        OrganizationFields: {
            /** @description Whether this record is an assumption rather than a reported fact. */
            assumed?: boolean;
            city?: components["schemas"]["Line"] | null;
            /** @description Whether it sells against us. */
            competitor?: boolean;
            country?: components["schemas"]["Line"] | null;
            customer_since?: components["schemas"]["Day"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description As it calls itself. */
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Words"] | null;
            /** @description Whether this is our own house (or a part of it). */
            ours?: boolean;
            owner_id?: components["schemas"]["UserId"] | null;
            sector?: components["schemas"]["Line"] | null;
            team_id?: components["schemas"]["TeamId"] | null;
            website?: components["schemas"]["Line"] | null;
        };
        /** Format: uuid */
        OrganizationId: string;
        /** @description How one organization stands to another. */
        OrganizationRelation: components["schemas"]["OrganizationRelationFields"] & components["schemas"]["Written"] & {
            /** @description The one that stands so. */
            from: components["schemas"]["Named_OrganizationId"];
            /** @description Which. */
            id: components["schemas"]["OrganizationRelationId"];
            /** @description To whom it stands so. */
            to: components["schemas"]["Named_OrganizationId"];
        };
        /** @description A relation between two organizations, read from left to right: `from` is a … of `to`. */
        OrganizationRelationFacts: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            /** @description The one that stands so. */
            from_id: components["schemas"]["OrganizationId"];
            /** @description How. */
            kind: components["schemas"]["OrganizationRelationKind"];
            since?: components["schemas"]["Day"] | null;
            /** @description To whom it stands so. */
            to_id: components["schemas"]["OrganizationId"];
            until?: components["schemas"]["Day"] | null;
        };
        /** @description A relation between two organizations, read from left to right: `from` is a … of `to`. */
        OrganizationRelationFields: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            /** @description The one that stands so. */
            from_id: components["schemas"]["OrganizationId"];
            /** @description How. */
            kind: components["schemas"]["OrganizationRelationKind"];
            since?: components["schemas"]["Day"] | null;
            /** @description To whom it stands so. */
            to_id: components["schemas"]["OrganizationId"];
            until?: components["schemas"]["Day"] | null;
        };
        /** Format: uuid */
        OrganizationRelationId: string;
        /** @enum {string} */
        OrganizationRelationKind: "subsidiary_of" | "customer_of" | "supplier_of" | "competitor_of";
        /** @enum {string} */
        Outcome: "won" | "lost" | "no_decision";
        /** @description How the chance to win moved, and when the deal will end. */
        Outlook: {
            /** @description The chances that it has ended by each month from now on. */
            by: components["schemas"]["EndedBy"][];
            /**
             * Format: double
             * @description The chance that it is won by then.
             */
            by_expected_close?: number | null;
            /**
             * Format: double
             * @description By how much it changed within four weeks.
             */
            change_4_weeks?: number | null;
            closing?: components["schemas"]["Closing"] | null;
            expected_close?: components["schemas"]["Day"] | null;
            proof?: components["schemas"]["ChanceProof"] | null;
            /** @description The chance at each look until the order. */
            trend: components["schemas"]["WinPoint"][];
        };
        /** @description What may come in of a seller. */
        OwnerForecast: {
            /** @description Of which currency. */
            currency: string;
            /** @description Deals. */
            deals: number;
            /** @description Who. */
            owner: components["schemas"]["Named_UserId"];
            /**
             * Format: int64
             * @description Not exceeded one time in ten.
             */
            p10_minor: number;
            /**
             * Format: int64
             * @description Not exceeded half the time.
             */
            p50_minor: number;
            /**
             * Format: int64
             * @description Not exceeded nine times in ten.
             */
            p90_minor: number;
        };
        /** @description Where the next page starts. */
        PageInfo: {
            /** @description Whether there is a next page. */
            has_more: boolean;
            /** @description To be sent as `cursor` for the next page. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description Rows of the whole list, if that was asked for.
             */
            total?: number | null;
        };
        /** @description A part of a list. */
        PageOf_Activity: {
            /** @description The rows. */
            data: (components["schemas"]["ActivityFields"] & components["schemas"]["Written"] & {
                cancelled?: components["schemas"]["Cancelled"] | null;
                done?: components["schemas"]["DoneAs"] | null;
                expected?: components["schemas"]["Expectation"] | null;
                /** @description Which. */
                id: components["schemas"]["ActivityId"];
                /** @description The people named. */
                names: components["schemas"]["Named_PersonId"][];
                /** @description The deal. */
                opportunity: components["schemas"]["Named_OpportunityId"];
                /** @description Who buys. */
                organization: string;
                /** @description Who is to do it. */
                owner: components["schemas"]["Named_UserId"];
                /** @description How it stands today. */
                state: components["schemas"]["ActivityState"];
                /** @description Whether it takes up a suggestion. */
                suggested: boolean;
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_ApiKey: {
            /** @description The rows. */
            data: {
                /** @description When it was made. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Which. */
                id: components["schemas"]["ApiKeyId"];
                /** @description What it is for. */
                name: components["schemas"]["Name"];
                /** @description What it may be used for. */
                scope: components["schemas"]["KeyScope"];
            }[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Ask: {
            /** @description The rows. */
            data: {
                /** @description From when they may be asked for something else. */
                again_on: components["schemas"]["Day"];
                /** @description When it was asked. */
                asked_on: components["schemas"]["Day"];
                by?: components["schemas"]["Named_UserId"] | null;
                /**
                 * Format: double
                 * @description The chance of the whole way when it was asked for; nothing, if it was not among the best.
                 */
                chance?: number | null;
                /** @description Which. */
                id: components["schemas"]["AskId"];
                /** @description In whose words it was answered. */
                note?: string | null;
                /** @description Who lies between the two, from the first to the last, as far as you may see them. */
                onward: components["schemas"]["Named_PersonId"][];
                /** @description The deal it is for. */
                opportunity: components["schemas"]["Named_OpportunityId"];
                /** @description Who was asked. */
                person: components["schemas"]["Named_PersonId"];
                /** @description How it stands. */
                state: components["schemas"]["AskState"];
                /** @description When it got to that state. */
                state_at: components["schemas"]["Timestamp"];
                /** @description To whom we want to get. */
                target: components["schemas"]["Named_PersonId"];
                /**
                 * Format: int64
                 * @description Changes so far; the record's ETag.
                 */
                version: number;
            }[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_BenefitPoint: {
            /** @description The rows. */
            data: (components["schemas"]["BenefitPointFields"] & components["schemas"]["Written"] & {
                /** @description Which. */
                id: components["schemas"]["BenefitPointId"];
                /** @description The product that offers it. */
                product: components["schemas"]["Named_ProductId"];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Card: {
            /** @description The rows. */
            data: {
                amount?: components["schemas"]["Money"] | null;
                expected_close?: components["schemas"]["Day"] | null;
                gap?: components["schemas"]["Gap"] | null;
                /** @description Which. */
                id: components["schemas"]["OpportunityId"];
                last_evidence_at?: components["schemas"]["Timestamp"] | null;
                /** @description What it is about. */
                name: string;
                next_commitment?: components["schemas"]["NextCommitment"] | null;
                /** @description Who would buy. */
                organization: components["schemas"]["Named_OrganizationId"];
                /** @description Who sells. */
                owner: components["schemas"]["Named_UserId"];
                /** @description Its buyers. */
                people: components["schemas"]["Buyer"][];
                /** @description Where it stands. */
                stage_id: components["schemas"]["StageId"];
                /**
                 * Format: int64
                 * @description The deal's version, for moving it.
                 */
                version: number;
            }[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Change: {
            /** @description The rows. */
            data: {
                /** @description When. */
                at: components["schemas"]["Timestamp"];
                by?: components["schemas"]["Named_UserId"] | null;
                /** @description Its place in the feed. */
                cursor: string;
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /** @description What sort of record it changed. */
                noun: string;
                /** @description The operation's name. */
                operation: string;
                opportunity_id?: components["schemas"]["OpportunityId"] | null;
                /** @description The people whose estimate may have moved. */
                person_ids: components["schemas"]["PersonId"][];
            }[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Commitment: {
            /** @description The rows. */
            data: (components["schemas"]["CommitmentFields"] & components["schemas"]["Written"] & {
                /** @description Who promised. */
                by: components["schemas"]["Named_PersonId"];
                dispute?: components["schemas"]["Withheld"] | null;
                evidence_id?: components["schemas"]["EvidenceId"] | null;
                /** @description Which. */
                id: components["schemas"]["CommitmentId"];
                /** @description Whether it is a promise of ours. */
                ours: boolean;
                /** @description How it stands today. */
                state: components["schemas"]["CommitmentState"];
                /** @description To whom. */
                to: components["schemas"]["Named_PersonId"];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Employment: {
            /** @description The rows. */
            data: (components["schemas"]["EmploymentFields"] & components["schemas"]["Written"] & {
                /** @description Which. */
                id: components["schemas"]["EmploymentId"];
                /** @description Where. */
                organization: components["schemas"]["Named_OrganizationId"];
                /** @description Who. */
                person: components["schemas"]["Named_PersonId"];
                reports_to?: components["schemas"]["Named_PersonId"] | null;
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_EvidenceItem: {
            /** @description The rows. */
            data: {
                /** @description When. */
                at: components["schemas"]["Timestamp"];
                commitment?: components["schemas"]["Commitment"] | null;
                interaction?: components["schemas"]["Interaction"] | null;
                /** @description What it did to whom, in points towards where each stands today. */
                moved: components["schemas"]["MovedBy"][];
                stage_change?: components["schemas"]["StageChange"] | null;
            }[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Find: {
            /** @description The rows. */
            data: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /** @description `person`, `organization`, `opportunity` or `note`. */
                noun: string;
                opportunity_id?: components["schemas"]["OpportunityId"] | null;
                reading?: components["schemas"]["Reading"] | null;
                /** @description What is shown beside it. */
                subtitle: string;
                /** @description What is shown first. */
                title: string;
            }[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Interaction: {
            /** @description The rows. */
            data: (components["schemas"]["InteractionFields"] & components["schemas"]["Written"] & {
                dispute?: components["schemas"]["Withheld"] | null;
                evidence_id?: components["schemas"]["EvidenceId"] | null;
                /** @description Which. */
                id: components["schemas"]["InteractionId"];
                /** @description The names of everybody it speaks of. */
                people: components["schemas"]["Named_PersonId"][];
                recorded_by?: components["schemas"]["Named_UserId"] | null;
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Opportunity: {
            /** @description The rows. */
            data: (components["schemas"]["OpportunityFields"] & components["schemas"]["Written"] & {
                closure?: components["schemas"]["ClosureFacts"] | null;
                gap?: components["schemas"]["Gap"] | null;
                /** @description Which. */
                id: components["schemas"]["OpportunityId"];
                ordered_at?: components["schemas"]["Timestamp"] | null;
                /** @description Who would buy. */
                organization: components["schemas"]["Named_OrganizationId"];
                /** @description Who sells. */
                owner: components["schemas"]["Named_UserId"];
                /** @description Buying, or using once it is ordered. */
                phase: components["schemas"]["PhaseWord"];
                product?: components["schemas"]["Named_ProductId"] | null;
                /** @description The stage the seller says it is in. */
                stage: components["schemas"]["Stage"];
                /** @description Since when. */
                stage_since: components["schemas"]["Timestamp"];
                team?: components["schemas"]["Named_TeamId"] | null;
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Organization: {
            /** @description The rows. */
            data: (components["schemas"]["OrganizationFields"] & components["schemas"]["Written"] & {
                /** @description Which. */
                id: components["schemas"]["OrganizationId"];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_OrganizationRelation: {
            /** @description The rows. */
            data: (components["schemas"]["OrganizationRelationFields"] & components["schemas"]["Written"] & {
                /** @description The one that stands so. */
                from: components["schemas"]["Named_OrganizationId"];
                /** @description Which. */
                id: components["schemas"]["OrganizationRelationId"];
                /** @description To whom it stands so. */
                to: components["schemas"]["Named_OrganizationId"];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_PersonListed: {
            /** @description The rows. */
            data: (components["schemas"]["PersonFields"] & components["schemas"]["Written"] & {
                exclusion?: components["schemas"]["Withheld"] | null;
                /** @description Who. */
                id: components["schemas"]["PersonId"];
                organization?: components["schemas"]["Named_OrganizationId"] | null;
                standing?: components["schemas"]["Standing"] | null;
                /** @description Their title today. */
                title?: string | null;
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Pipeline: {
            /** @description The rows. */
            data: (components["schemas"]["Written"] & {
                /** @description Which. */
                id: components["schemas"]["PipelineId"];
                /** @description Unique among pipelines. */
                key: string;
                /** @description As the user calls it. */
                name: string;
                /** @description First to last. */
                stages: components["schemas"]["Stage"][];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Product: {
            /** @description The rows. */
            data: (components["schemas"]["ProductFields"] & components["schemas"]["Written"] & {
                /** @description Which. */
                id: components["schemas"]["ProductId"];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_StageChange: {
            /** @description The rows. */
            data: {
                /** @description Whether it is an assumption rather than a reported fact. */
                assumed: boolean;
                /** @description When. */
                at: components["schemas"]["Timestamp"];
                by?: components["schemas"]["Named_UserId"] | null;
                /** @description Which. */
                id: components["schemas"]["StageChangeId"];
                /** @description Why. */
                note?: string | null;
                /** @description The stage moved to. */
                stage: components["schemas"]["Stage"];
            }[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Stakeholder: {
            /** @description The rows. */
            data: (components["schemas"]["Written"] & {
                /** @description Whether the part is an assumption rather than a reported fact. */
                assumed: boolean;
                /** @description Who. */
                person: components["schemas"]["Named_PersonId"];
                /** @description In what part. */
                role: components["schemas"]["BuyingRole"];
                since?: components["schemas"]["Day"] | null;
                /** @description Whether their no would end the deal. */
                veto: boolean;
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Team: {
            /** @description The rows. */
            data: (components["schemas"]["TeamFields"] & components["schemas"]["Written"] & {
                /** @description Which. */
                id: components["schemas"]["TeamId"];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_Tie: {
            /** @description The rows. */
            data: (components["schemas"]["TieFields"] & components["schemas"]["Written"] & {
                /** @description One end. */
                from: components["schemas"]["Named_PersonId"];
                /** @description Which. */
                id: components["schemas"]["TieId"];
                /** @description The other. */
                to: components["schemas"]["Named_PersonId"];
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part of a list. */
        PageOf_User: {
            /** @description The rows. */
            data: (components["schemas"]["UserFields"] & components["schemas"]["Written"] & {
                /** @description Whether they have a password to sign in with. */
                can_sign_in: boolean;
                /** @description Who. */
                id: components["schemas"]["UserId"];
                team?: components["schemas"]["Named_TeamId"] | null;
            })[];
            /** @description Where the next page starts. */
            page: components["schemas"]["PageInfo"];
        };
        /** @description A person's part in a deal. */
        Part: {
            /** @description Whether it is an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description What part. */
            role: components["schemas"]["BuyingRole"];
            since?: components["schemas"]["Day"] | null;
        };
        /** @description A change of the user's own password. */
        PasswordChange: {
            /** @description The one that holds now. */
            current: string;
            /** @description The one that is to hold. */
            new: string;
        };
        /** @description A person. */
        Person: components["schemas"]["PersonFields"] & components["schemas"]["Written"] & {
            /** @description Where they work and have worked. */
            employments: components["schemas"]["Employment"][];
            exclusion?: components["schemas"]["Withheld"] | null;
            /** @description Who. */
            id: components["schemas"]["PersonId"];
            organization?: components["schemas"]["Named_OrganizationId"] | null;
            /** @description Their title today. */
            title?: string | null;
        };
        /** @description What is said of a person. */
        PersonFacts: {
            /** @description Whether this record is an assumption rather than a reported fact. */
            assumed?: boolean;
            email?: components["schemas"]["Email"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description In their own order: family name first where that is the custom. */
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Words"] | null;
            owner_id?: components["schemas"]["UserId"] | null;
            phone?: components["schemas"]["Line"] | null;
            team_id?: components["schemas"]["TeamId"] | null;
        };
        /** @description What is said of a person. */
        PersonFields: {
            /** @description Whether this record is an assumption rather than a reported fact. */
            assumed?: boolean;
            email?: components["schemas"]["Email"] | null;
            key?: components["schemas"]["Key"] | null;
            /** @description In their own order: family name first where that is the custom. */
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Words"] | null;
            owner_id?: components["schemas"]["UserId"] | null;
            phone?: components["schemas"]["Line"] | null;
            team_id?: components["schemas"]["TeamId"] | null;
        };
        /** Format: uuid */
        PersonId: string;
        /** @description A person as listed. */
        PersonListed: components["schemas"]["PersonFields"] & components["schemas"]["Written"] & {
            exclusion?: components["schemas"]["Withheld"] | null;
            /** @description Who. */
            id: components["schemas"]["PersonId"];
            organization?: components["schemas"]["Named_OrganizationId"] | null;
            standing?: components["schemas"]["Standing"] | null;
            /** @description Their title today. */
            title?: string | null;
        };
        /** @description What changes would move of a person. */
        PersonPreviewView: {
            /** @description Where they would. */
            after: components["schemas"]["Reading"];
            /** @description Where they stand. */
            before: components["schemas"]["Reading"];
            /** @description Who. */
            person: components["schemas"]["Named_PersonId"];
            /**
             * Format: double
             * @description By how many points.
             */
            points: number;
            /** @description Towards what: what is said of them now. */
            target: components["schemas"]["TargetWord"];
        };
        /** @description What is believed of a person in a deal. */
        PersonalBelief: {
            /** @description Why: an account of the time before the order, and of the time since, if there was one. */
            accounts: components["schemas"]["AccountOf"][];
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Where they stand. */
            reading: components["schemas"]["Reading"];
        };
        /** @description Everything recorded of a person and believed of them, as far as the caller may see it. */
        PersonalData: {
            /** @description What is believed of them in each deal today. */
            beliefs: components["schemas"]["PersonalBelief"][];
            /** @description What was promised between them and us, newest first. */
            commitments: components["schemas"]["Commitment"][];
            /** @description What the file is: `assent-personal-data`. */
            format: string;
            /** @description What happened with them, newest first; of the signs, their own. */
            interactions: components["schemas"]["Interaction"][];
            /** @description When it was made. */
            made_at: components["schemas"]["Timestamp"];
            /** @description The deals in which they have a part. */
            parts: components["schemas"]["Part"][];
            /**
             * @description Their record, with where they work and have worked, and whether they are excluded from the
             *     estimates.
             */
            person: components["schemas"]["Person"];
            /** @description Their ties. */
            ties: components["schemas"]["Tie"][];
            /**
             * Format: int32
             * @description The version of its form; 1.
             */
            version: number;
        };
        /** @enum {string} */
        PhaseWord: "buy" | "use";
        /** @description A pipeline with its stages. */
        Pipeline: components["schemas"]["Written"] & {
            /** @description Which. */
            id: components["schemas"]["PipelineId"];
            /** @description Unique among pipelines. */
            key: string;
            /** @description As the user calls it. */
            name: string;
            /** @description First to last. */
            stages: components["schemas"]["Stage"][];
        };
        /** @description A pipeline with its stages, first to last. */
        PipelineFacts: {
            /** @description Unique among pipelines. */
            key: components["schemas"]["Key"];
            /** @description As the user calls it. */
            name: components["schemas"]["Name"];
            /** @description In order. */
            stages: components["schemas"]["StageFacts"][];
        };
        /** Format: uuid */
        PipelineId: string;
        /** @description A person's place among those of the deal. */
        Place: {
            /** @description From 1. */
            index: number;
            next_person_id?: components["schemas"]["PersonId"] | null;
            /** @description How many there are. */
            of: number;
            previous_person_id?: components["schemas"]["PersonId"] | null;
        };
        /** @enum {string} */
        PlainNumber: "records" | "deeds" | "days_heard" | "days_silent" | "people";
        /** @description What came of an action towards people at a stage. */
        Play: {
            /** @description Which action, by its name in the model's priors. */
            action: string;
            /** @description How it was answered, in the order of the priors. */
            answers: components["schemas"]["PlayAnswer"][];
            carried?: components["schemas"]["Carried"] | null;
            /** @description At which stage the people most likely stood. */
            stage: components["schemas"]["StageWord"];
            /** @description How often it was tried. */
            tried: number;
        };
        /** @description An answer to an action. */
        PlayAnswer: {
            /** @description What sort. */
            answer: components["schemas"]["AnswerWord"];
            /** @description How often it came. */
            count: number;
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of its 80 % interval.
             */
            low: number;
            /**
             * Format: double
             * @description How often the model presumes it to come from people at that stage.
             */
            presumed: number;
            /** @description The reply, by its name in the model's priors. */
            reply?: string | null;
            /**
             * Format: double
             * @description The share that counts and presumption come to.
             */
            share: number;
        };
        /** @description What came of each action towards people at each stage. */
        Playbook: {
            /** @description Over how many attempts. */
            attempts: number;
            /** @description Over how many deals. */
            deals: number;
            /** @description Each action and stage, most tried first. */
            plays: components["schemas"]["Play"][];
        };
        /** @description An answer that an action may get. */
        PossibleAnswer: {
            /**
             * Format: double
             * @description What the measure would then be.
             */
            after: number;
            /** @description What sort. */
            answer: components["schemas"]["AnswerWord"];
            /**
             * Format: double
             * @description With what probability.
             */
            p: number;
            /** @description The reply, by its name in the model's priors. */
            reply?: string | null;
        };
        /** @description How the user wants the screens. */
        Preferences: {
            language?: components["schemas"]["Language"] | null;
            theme?: components["schemas"]["Theme"] | null;
        };
        /** @description Changes to be looked at. */
        PreviewBody: {
            /** @description Figures by the path of their key; nothing takes one back to its default. */
            changes: components["schemas"]["Figures"];
            /** @description How many deals were looked at before. */
            from?: number;
        };
        /** @description What changes would move in open deals. */
        PreviewView: {
            /** @description What would differ from the model in force. */
            changes: components["schemas"]["ChangeView"][];
            /** @description Those of this look in which something would move. */
            deals: components["schemas"]["DealPreviewView"][];
            /** @description Deals looked at so far, the earlier ones included. */
            looked_at: number;
            /** @description Deals that will be looked at in all: the latest ones. */
            of: number;
            /** @description Whether the deals are the caller's own; else those in sight, because they have none. */
            own: boolean;
        };
        /** @description Why a request was not done. */
        Problem: {
            /** @description The sort of problem as a stable word. */
            code: string;
            /** @description What went wrong, in English. */
            detail?: string | null;
            /** @description The fields at fault. */
            errors: components["schemas"]["FieldProblem"][];
            /** @description Under which the log has the rest, for internal failures. */
            request_id?: string | null;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The status in words. */
            title: string;
            /** @description A URI for the sort of problem. */
            type: string;
        };
        /** @description A product. */
        Product: components["schemas"]["ProductFields"] & components["schemas"]["Written"] & {
            /** @description Which. */
            id: components["schemas"]["ProductId"];
        };
        /** @description What is said of a product. */
        ProductFacts: {
            key?: components["schemas"]["Key"] | null;
            /** @description Its name. */
            name: components["schemas"]["Name"];
            price?: components["schemas"]["Money"] | null;
            series?: components["schemas"]["Line"] | null;
        };
        /** @description What is said of a product. */
        ProductFields: {
            key?: components["schemas"]["Key"] | null;
            /** @description Its name. */
            name: components["schemas"]["Name"];
            price?: components["schemas"]["Money"] | null;
            series?: components["schemas"]["Line"] | null;
        };
        /** Format: uuid */
        ProductId: string;
        /** @description How many promises of ours were kept. */
        Promises: {
            /** @description So many. */
            kept: number;
            /** @description Of so many that came due. */
            of: number;
        };
        /** @description A record that proves something. */
        Proof: {
            /** @description Whether it is an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Which. */
            interaction_id: components["schemas"]["InteractionId"];
            /** @description The deal it was recorded in: this one, or one that it renews. */
            opportunity_id: components["schemas"]["OpportunityId"];
            source?: components["schemas"]["Source"] | null;
            /** @description What it is. */
            title: components["schemas"]["Title"];
            /** @description In whose words. */
            words?: string | null;
        };
        /** Format: uuid */
        ProposalId: string;
        /** @description How many of the group have been met. */
        Reached: {
            /** @description So many. */
            met: number;
            /** @description Of so many. */
            of: number;
        };
        /** @description What is estimated of one person in one deal on one day. */
        Reading: {
            /** @description The day it is read on. */
            as_of: components["schemas"]["Day"];
            /**
             * Format: double
             * @description Probability of avoiding us.
             */
            avoids: number;
            /**
             * Format: double
             * @description Probability of being blocked: avoiding us or hostile.
             */
            blocked: number;
            /** @description Whether "convinced but idle" is a better name for it than the stage in the middle. */
            convinced_but_idle?: boolean;
            /** @description Records that count as evidence of this person. */
            evidence_count: number;
            /** @description The levels of each factor with their probabilities. */
            factors: components["schemas"]["Factors"];
            /**
             * Format: double
             * @description Probability of being convinced of us and doing nothing.
             */
            idle: number;
            last_evidence_at?: components["schemas"]["Timestamp"] | null;
            /** @description The level in the middle of each factor, from 0. */
            levels: components["schemas"]["Levels"];
            /** @description The stage in the middle: half of the probability lies at it or before it. */
            median_stage: components["schemas"]["StageWord"];
            named_stage?: components["schemas"]["StageWord"] | null;
            /**
             * Format: double
             * @description Probability of the likeliest stage.
             */
            p_named: number;
            /** @description Buying or using. */
            phase: components["schemas"]["PhaseWord"];
            /** @description Each stage of the phase with its probability, in order. */
            stages: components["schemas"]["StageShare"][];
            /** @description Whether that is probability enough to be sure. */
            sure: boolean;
        };
        /** @description Why something is withheld from the estimates. */
        Reason: {
            /** @description In a few words. */
            reason: components["schemas"]["Line"];
        };
        /** @enum {string} */
        ReasonWord: "way_in" | "unanswered" | "veto" | "power" | "stands" | "not_met" | "prove" | "again" | "seldom_taken_up";
        /** @enum {string} */
        RecordChannel: "written" | "spoken" | "contact" | "milestone" | "reply";
        /** @description A renewal to be begun. */
        RenewalBody: {
            name?: components["schemas"]["Name"] | null;
        };
        /** @description How something can be answered. */
        ReplyWord: {
            /** @description `toward`, `away` or `mixed`. */
            direction: string;
            /** @description Its name. */
            key: string;
        };
        /** @description Why a version is gone back to. */
        RestorationBody: {
            /**
             * Format: int64
             * @description The version in force. If it no longer is, nothing is done.
             */
            based_on: number;
            /** @description Why. */
            reason: string;
        };
        /** @description How an activity went. */
        ResultBody: {
            at?: components["schemas"]["Timestamp"] | null;
            result?: components["schemas"]["Key"] | null;
            words?: components["schemas"]["Words"] | null;
        };
        /** @description Something that shows how another supplier stands in somebody's eyes. */
        RivalSign: {
            /** @description Which sign, by its name in the model's priors. */
            kind: string;
            /** @description Where they showed it. */
            proof: components["schemas"]["Proof"];
            /** @description Whether it stands: nothing later took it back. */
            stands: boolean;
        };
        /** @enum {string} */
        Role: "admin" | "manager" | "rep" | "read_only";
        /** @description A deal with everybody in it, on a day. */
        Room: {
            /** @description What was going wrong on that day: those that nobody has put off first. */
            alarms: components["schemas"]["Alarm"][];
            /** @description The day the room is shown for. */
            as_of: components["schemas"]["Day"];
            /** @description What the buyers held of what is offered. */
            benefits: components["schemas"]["Benefits"];
            /** @description What was promised, oldest first. */
            commitments: components["schemas"]["Commitment"][];
            /** @description What ties the people. */
            edges: components["schemas"]["Edge"][];
            /** @description Records up to that day. */
            evidence_count: number;
            /** @description The first day of the deal. */
            first_day: components["schemas"]["Day"];
            gap?: components["schemas"]["Gap"] | null;
            /** @description The last day that can be shown. */
            last_day: components["schemas"]["Day"];
            /** @description What moved the person who decides, for the axis of time. */
            marks: components["schemas"]["Mark"][];
            /** @description The deal as it is today. */
            opportunity: components["schemas"]["Opportunity"];
            /** @description The organizations of all these people. */
            organizations: components["schemas"]["RoomOrganization"][];
            /** @description Others who tie them to us. */
            others: components["schemas"]["MapPerson"][];
            /** @description Which of ours deal with them, the owner first. */
            ours: components["schemas"]["MapPerson"][];
            /** @description Buying or using, on that day. */
            phase: components["schemas"]["PhaseWord"];
            /** @description The deals that renew this one. */
            renewals: components["schemas"]["Named_OpportunityId"][];
            renews?: components["schemas"]["Named_OpportunityId"] | null;
            /** @description Where they all stood, weighed by their part: each stage of the phase with its share. */
            shares: components["schemas"]["StageShare"][];
            stage?: components["schemas"]["StageChange"] | null;
            /** @description The seller's moves, oldest first. */
            stage_changes: components["schemas"]["StageChange"][];
            /** @description Who has a part in the deal. */
            stakeholders: components["schemas"]["RoomPerson"][];
            win?: components["schemas"]["Win"] | null;
        };
        /** @description An organization on the map. */
        RoomOrganization: {
            /** @description Which. */
            id: components["schemas"]["OrganizationId"];
            /** @description Where it stands on the map: `ours`, `branch` (of theirs), `decides`, `downstream`, `other`. */
            lane: components["schemas"]["Lane"];
            /** @description Its name. */
            name: string;
        };
        /** @description Somebody with a part in the deal. */
        RoomPerson: {
            /** @description Whether their part still runs on that day. */
            active: boolean;
            /** @description Whether the part is an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description Whether nothing is estimated of them, at their wish. */
            excluded: boolean;
            /**
             * Format: double
             * @description Their share of the influence of all, from 0 to 1.
             */
            influence: number;
            /** @description Who. */
            person: components["schemas"]["MapPerson"];
            /**
             * Format: double
             * @description Their share of the power: the weight of their part times how far their stand carries.
             */
            power: number;
            reading?: components["schemas"]["Reading"] | null;
            /** @description In what part. */
            role: components["schemas"]["BuyingRole"];
            since?: components["schemas"]["Day"] | null;
            /** @description How likely they were to favour us, along the way. */
            trend: components["schemas"]["TrendPoint"][];
            /** @description Whether their no would end the deal. */
            veto: boolean;
        };
        /** @enum {string} */
        Scope: "own" | "team" | "all";
        /** @description How a challenger forecast the later deals. */
        Score: {
            /**
             * Format: double
             * @description Its Brier score: the mean over deals of their mean squared error.
             */
            brier: number;
            /** @description Whether its chances mean what they say. */
            calibration: components["schemas"]["LearningCalibration"];
            /** @description What it has learned. */
            challenger: components["schemas"]["Challenger"];
            /**
             * Format: double
             * @description The standard error of its difference from the model in force.
             */
            error: number;
        };
        /** @description How good some forecasts were. */
        ScoreCard: {
            /**
             * Format: double
             * @description The chance that of a yes and a no the yes was forecast higher.
             */
            auc?: number | null;
            auc_range?: components["schemas"]["ScoreRange"] | null;
            /**
             * Format: double
             * @description The share of them that came out yes.
             */
            base_rate: number;
            /**
             * Format: double
             * @description The mean squared distance from what came true.
             */
            brier: number;
            brier_range?: components["schemas"]["ScoreRange"] | null;
            /**
             * Format: double
             * @description The expected calibration error. It has no interval: cases drawn anew lie unevenly, and their
             *     error is larger than that of the cases themselves.
             */
            calibration_error: number;
            /** @description How many cases. */
            count: number;
            /** @description How often came true what was forecast with about the same probability. */
            curve: components["schemas"]["CurveBin"][];
            /**
             * Format: double
             * @description The mean natural log of the probability that was given to what came true.
             */
            log_score: number;
            log_score_range?: components["schemas"]["ScoreRange"] | null;
            /**
             * Format: double
             * @description The part of it that calibrating would gain.
             */
            reliability: number;
            /**
             * Format: double
             * @description The part that telling cases apart has gained.
             */
            resolution: number;
            /**
             * Format: double
             * @description What always forecasting the base rate would have come to.
             */
            uncertainty: number;
            /**
             * Format: double
             * @description What the variation within bins adds.
             */
            within: number;
        };
        /** @description What a measure may have been, had other cases of the kind come. */
        ScoreRange: {
            /**
             * Format: double
             * @description Its upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of the 80 % interval.
             */
            low: number;
        };
        /** @description How completely somebody records. */
        Seller: {
            /**
             * Format: double
             * @description Mean probability of the stage named of them; nothing before it was computed.
             */
            certainty?: number | null;
            /**
             * Format: double
             * @description The same if everything were recorded, and were what is recorded.
             */
            certainty_full?: number | null;
            /** @description What is known of each channel. */
            channels: components["schemas"]["SellerChannel"][];
            /**
             * Format: int64
             * @description People in their deals, each counted once a deal.
             */
            dealings: number;
            /**
             * Format: int64
             * @description People in their living deals of whom anything is recorded.
             */
            people: number;
            /** @description Who. */
            user: components["schemas"]["Named_UserId"];
        };
        /** @description What is known of one channel. */
        SellerChannel: {
            /** @description Which. */
            channel: components["schemas"]["RecordChannel"];
            estimate?: components["schemas"]["ShareEstimate"] | null;
            set_by?: components["schemas"]["Named_UserId"] | null;
            /**
             * Format: double
             * @description The share of what happens that is taken to be recorded: set, else estimated from enough
             *     dealings (of milestones they do not tell enough), else shipped.
             */
            share: number;
            /**
             * Format: double
             * @description As the priors have it.
             */
            shipped: number;
        };
        /** @description How completely sellers record. */
        SellersCompleteness: {
            /** @description The ways a thing that happened reaches the records. */
            channels: components["schemas"]["RecordChannel"][];
            /** @description The sellers that the caller may see, by name. */
            sellers: components["schemas"]["Seller"][];
        };
        /** @description Who is signed in, and where. */
        Session: {
            /** @description To be sent as `X-CSRF-Token` with every change; empty for an API key, which needs none. */
            csrf_token: string;
            /** @description The installation. */
            installation: components["schemas"]["Installation"];
            /** @description The user. */
            user: components["schemas"]["User"];
        };
        /** @description How far beliefs are settled anew. */
        SettlingView: {
            /**
             * Format: int64
             * @description Deals to be settled; nothing before they were counted.
             */
            deals?: number | null;
            /**
             * Format: int64
             * @description Those that are.
             */
            settled: number;
            settled_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description Whether the installation is still to be set up. */
        Setup: {
            demo?: components["schemas"]["DemoLogin"] | null;
            /** @description Whether nobody can sign in yet. */
            needed: boolean;
        };
        /** @description Who sets the installation up. */
        SetupBody: {
            /** @description With what you sign in. */
            email: components["schemas"]["Email"];
            /** @description Language of your screens. */
            language: components["schemas"]["Language"];
            /** @description Your name. */
            name: components["schemas"]["Name"];
            /** @description What the installation is called: as a rule, the name of your own house. */
            organization_name: components["schemas"]["Name"];
            /** @description At least ten characters. */
            password: string;
            /** @description The token of the link that the program printed when it started. */
            token: string;
        };
        /** @description A share by its name. */
        Share: {
            /** @description Of what. */
            name: string;
            /**
             * Format: double
             * @description From 0 to 1.
             */
            share: number;
        };
        /** @description What dealings say of a share. */
        ShareEstimate: {
            /**
             * Format: double
             * @description Its upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of the 80 % interval.
             */
            low: number;
            /**
             * Format: double
             * @description The likeliest.
             */
            share: number;
        };
        /** @enum {string} */
        Shortage: "deals" | "one_sided" | "short_lived";
        /** @description Something a person showed: a sign by which the model learns. */
        SignFacts: {
            benefit?: components["schemas"]["Line"] | null;
            /** @description Which sign, by its name in the model's priors, such as `stated_criterion`. */
            kind: components["schemas"]["Key"];
            /** @description Who showed it. */
            person_id: components["schemas"]["PersonId"];
            source?: components["schemas"]["Source"] | null;
        };
        /** @description What a person can show. */
        SignWord: {
            /** @description The channel it comes through. */
            channel: string;
            /** @description Whether it speaks for us, against us, or both: `toward`, `away`, `mixed`. */
            direction: string;
            /** @description Its name. */
            key: string;
            /** @description When it occurs. */
            phases: string[];
            /** @description Why it means what it means. */
            why: string;
        };
        /** @description An alarm put off. */
        Snooze: {
            by?: components["schemas"]["Named_UserId"] | null;
            /** @description Why. */
            reason: string;
            /** @description Until the end of this day. */
            until: components["schemas"]["Day"];
        };
        /** @description Until when an alarm is put off, and why. */
        SnoozeBody: {
            /** @description Why, for whoever looks later. */
            reason: string;
            /** @description Until the end of this day: today or later, within a year. */
            until: components["schemas"]["Day"];
        };
        /** @enum {string} */
        Source: "customer_written" | "system_record" | "seller_note" | "third_party";
        /** @description Where records come from. */
        SourceWord: {
            /** @description Its name. */
            key: string;
            /**
             * Format: double
             * @description How far its word is weighed, from 0 to 1.
             */
            reliability: number;
        };
        /** @description Somebody who was asked lately. */
        SparedShown: {
            /** @description From when they may be asked again. */
            again_on: components["schemas"]["Day"];
            ask_id?: components["schemas"]["AskId"] | null;
            /** @description When. */
            asked_on: components["schemas"]["Day"];
            by?: components["schemas"]["Named_UserId"] | null;
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
            /** @description How that ask stands. */
            state: components["schemas"]["AskState"];
        };
        /** @description A stage of a pipeline. */
        Stage: components["schemas"]["StageFields"] & {
            /** @description Which. */
            id: components["schemas"]["StageId"];
            /**
             * Format: int64
             * @description Its place, from 0.
             */
            position: number;
        };
        /** @description A move of a deal to a stage. */
        StageChange: {
            /** @description Whether it is an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            by?: components["schemas"]["Named_UserId"] | null;
            /** @description Which. */
            id: components["schemas"]["StageChangeId"];
            /** @description Why. */
            note?: string | null;
            /** @description The stage moved to. */
            stage: components["schemas"]["Stage"];
        };
        /** Format: uuid */
        StageChangeId: string;
        /** @description One stage of a pipeline. */
        StageFacts: {
            /** @description Where the buyers must stand for this stage to be true. */
            expects: components["schemas"]["BuyStage"];
            /** @description Unique within the pipeline. */
            key: components["schemas"]["Key"];
            /** @description As the user calls it. */
            name: components["schemas"]["Name"];
        };
        /** @description One stage of a pipeline. */
        StageFields: {
            /** @description Where the buyers must stand for this stage to be true. */
            expects: components["schemas"]["BuyStage"];
            /** @description Unique within the pipeline. */
            key: components["schemas"]["Key"];
            /** @description As the user calls it. */
            name: components["schemas"]["Name"];
        };
        /** Format: uuid */
        StageId: string;
        /** @description The limits of the stage against the buyers. */
        StageLimits: {
            /** @description From which recorded stage on an approval must have been given. */
            approval_due: components["schemas"]["BuyStage"];
            /**
             * Format: double
             * @description In how many days a written endorsement or an approval lapses by half.
             */
            milestone_half_life_days: number;
            /**
             * Format: double
             * @description Below this one it comes down again.
             */
            off: number;
            /**
             * Format: double
             * @description Above this probability it goes up.
             */
            on: number;
        };
        /** @description The probability of one stage. */
        StageShare: {
            /**
             * Format: double
             * @description Its probability.
             */
            p: number;
            /** @description The stage. */
            stage: components["schemas"]["StageWord"];
        };
        /** @description A stage: a way of reading where people stand, which has no figures of its own. */
        StageView: {
            /**
             * Format: double
             * @description The share of people there of whom nothing is known.
             */
            at_rest: number;
            /** @description Buying or using. */
            phase: string;
            /** @description Which. */
            stage: components["schemas"]["StageWord"];
        };
        /** @enum {string} */
        StageWord: "blocked" | "unaware" | "aware" | "interested" | "evaluating" | "preferring" | "committed" | "implementing" | "using" | "value_confirmed" | "vouching";
        /** @description A person's part in a deal. */
        Stakeholder: components["schemas"]["Written"] & {
            /** @description Whether the part is an assumption rather than a reported fact. */
            assumed: boolean;
            /** @description Who. */
            person: components["schemas"]["Named_PersonId"];
            /** @description In what part. */
            role: components["schemas"]["BuyingRole"];
            since?: components["schemas"]["Day"] | null;
            /** @description Whether their no would end the deal. */
            veto: boolean;
        };
        /** @description The part a person is to have. */
        StakeholderBody: {
            /** @description Whether it is an assumption rather than a reported fact. */
            assumed?: boolean;
            /** @description In what part. */
            role: components["schemas"]["BuyingRole"];
            since?: components["schemas"]["Day"] | null;
        };
        /** @description The limits of the stall chart. */
        StallChartLimits: {
            /**
             * Format: double
             * @description Who has this share of the power is watched.
             */
            power_share: number;
            /**
             * Format: double
             * @description The share of the expected rate that is to be told apart from it, from .1 to .6.
             */
            ratio: number;
            /**
             * Format: double
             * @description Mean days to a false alarm while buying.
             */
            run_length_days_buy: number;
            /**
             * Format: double
             * @description And while using.
             */
            run_length_days_use: number;
        };
        /** @description How a person's stand would move, between −1 (against us) and 1 (for us). */
        StandShift: {
            /**
             * Format: double
             * @description As it would be.
             */
            after: number;
            /**
             * Format: double
             * @description As it is.
             */
            before: number;
            /** @description Who. */
            person_id: components["schemas"]["PersonId"];
        };
        /** @description Where a person stands in a deal. */
        Standing: {
            /** @description The deal. */
            opportunity_id: components["schemas"]["OpportunityId"];
            /** @description The estimate. */
            reading: components["schemas"]["Reading"];
            role?: components["schemas"]["BuyingRole"] | null;
            /** @description Whether their no would end it. */
            veto: boolean;
        };
        /** @description A buyer in a deal. */
        StandingIn: components["schemas"]["Buyer"] & {
            /** @description The deal. */
            opportunity_id: components["schemas"]["OpportunityId"];
        };
        /** @enum {string} */
        StandingWord: "refused" | "unformed" | "perceived" | "valued" | "endorsed" | "realised" | "vouched";
        /** @description How many people are expected to stand at a stage. */
        StatePeople: {
            /**
             * Format: double
             * @description `expected` less what it was a week ago.
             */
            change: number;
            /**
             * Format: double
             * @description Its standard deviation, people taken as independent.
             */
            deviation: number;
            /**
             * Format: double
             * @description The sum of their probabilities.
             */
            expected: number;
            /** @description Buying or using. */
            phase: components["schemas"]["PhaseWord"];
            /** @description The stage. */
            stage: components["schemas"]["StageWord"];
        };
        /** @description An action worth doing. */
        Suggestion: {
            /** @description The benefit point to speak of. */
            about?: string | null;
            /** @description Which, by its name in the model's priors. */
            action: string;
            /** @description The answers it may get. */
            answers: components["schemas"]["PossibleAnswer"][];
            /**
             * Format: double
             * @description Hours of ours that it takes.
             */
            cost_hours: number;
            /**
             * Format: double
             * @description By how much the measure is expected to change.
             */
            gain: number;
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /**
             * Format: double
             * @description What the measure would be: four times in five it ends between these two, over the answers.
             */
            low: number;
            /** @description To whom. */
            person_id: components["schemas"]["PersonId"];
            /** @description Its place; those of one place are equals. */
            place: number;
            /**
             * Format: double
             * @description The chance that it arrives, where others must pass it on.
             */
            reach?: number | null;
            /** @description Why. */
            reasons: components["schemas"]["AdviceReason"][];
            /**
             * Format: double
             * @description What it is worth beyond them, in hours of selling.
             */
            score_hours: number;
            /** @description Through whom, from the first asked to the last. */
            through: components["schemas"]["PersonId"][];
        };
        /** @description Somebody supposed to stand at a stage. */
        Supposed: {
            /** @description Who; somebody with a part in the deal. */
            person_id: components["schemas"]["PersonId"];
            /** @description At which stage of buying. */
            stage: components["schemas"]["StageWord"];
        };
        /** @description What would be if some people stood elsewhere. Nothing of it is kept. */
        Supposition: {
            /** @description The chance to win as it would be. */
            after: components["schemas"]["Win"];
            /** @description The chance to win as it is. */
            before: components["schemas"]["Win"];
            /** @description How everybody's stand would move. */
            shifts: components["schemas"]["StandShift"][];
        };
        /** @description People supposed to stand at a stage. */
        SuppositionBody: {
            /** @description Who, and where. */
            people: components["schemas"]["Supposed"][];
        };
        /** @enum {string} */
        TargetWord: "avoids_us" | "blocked" | "unaware" | "aware" | "interested" | "evaluating" | "preferring" | "committed" | "implementing" | "using" | "value_confirmed" | "vouching";
        /** @description A team. */
        Team: components["schemas"]["TeamFields"] & components["schemas"]["Written"] & {
            /** @description Which. */
            id: components["schemas"]["TeamId"];
        };
        /** @description What is said of a team. */
        TeamFacts: {
            /** @description Its name. */
            name: components["schemas"]["Name"];
            parent_id?: components["schemas"]["TeamId"] | null;
        };
        /** @description What is said of a team. */
        TeamFields: {
            /** @description Its name. */
            name: components["schemas"]["Name"];
            parent_id?: components["schemas"]["TeamId"] | null;
        };
        /** Format: uuid */
        TeamId: string;
        /** @enum {string} */
        Theme: "light" | "dark" | "system";
        /** @description The limits of hanging on one person. */
        ThreadLimits: {
            /**
             * Format: double
             * @description Within how many days.
             */
            days: number;
            /** @description How many signs there must be. */
            least_signs: number;
            /**
             * Format: double
             * @description The share of all signs that comes from one person.
             */
            share: number;
        };
        /** @description A tie between two people. */
        Tie: components["schemas"]["TieFields"] & components["schemas"]["Written"] & {
            /** @description One end. */
            from: components["schemas"]["Named_PersonId"];
            /** @description Which. */
            id: components["schemas"]["TieId"];
            /** @description The other. */
            to: components["schemas"]["Named_PersonId"];
        };
        /** @description A tie between two people. */
        TieFacts: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            /** @description One end. */
            from_id: components["schemas"]["PersonId"];
            /** @description Of what sort. */
            kind: components["schemas"]["TieKind"];
            last_contact?: components["schemas"]["Day"] | null;
            note?: components["schemas"]["Words"] | null;
            since?: components["schemas"]["Day"] | null;
            /** @description The other end. */
            to_id: components["schemas"]["PersonId"];
        };
        /** @description A tie between two people. */
        TieFields: {
            /** @description Whether this is an assumption rather than a reported fact. */
            assumed?: boolean;
            /** @description One end. */
            from_id: components["schemas"]["PersonId"];
            /** @description Of what sort. */
            kind: components["schemas"]["TieKind"];
            last_contact?: components["schemas"]["Day"] | null;
            note?: components["schemas"]["Words"] | null;
            since?: components["schemas"]["Day"] | null;
            /** @description The other end. */
            to_id: components["schemas"]["PersonId"];
        };
        /** Format: uuid */
        TieId: string;
        /** @enum {string} */
        TieKind: "colleague" | "works_with" | "knows" | "sold_to" | "met" | "trusts" | "customer_of";
        /** Format: date-time */
        Timestamp: string;
        /** @description What a piece of evidence is. */
        Title: {
            /** @description Which action, by its name in the model's priors. */
            action?: string | null;
            /** @description The benefit point it speaks of. */
            benefit?: string | null;
            /** @description What sort. */
            code: components["schemas"]["TitleCode"];
            /** @description How they answered, likewise. */
            reply?: string | null;
            /** @description Which sign, likewise. */
            sign?: string | null;
            /** @description The words of the record, or of the promise. */
            words?: string | null;
        };
        /** @enum {string} */
        TitleCode: "reply" | "question" | "sign" | "promise_kept" | "promise_broken" | "their_promise" | "their_promise_kept" | "their_promise_withdrawn" | "order" | "renewal";
        /** @description What a seller has before them. */
        Today: {
            /** @description What is worth asking, most telling first; at most three, one of a deal. */
            ask: components["schemas"]["InDeal_Asking"][];
            /** @description What is worth doing, best first; at most five, two of a deal. */
            best: components["schemas"]["InDeal_Suggestion"][];
            /** @description The day. */
            day: components["schemas"]["Day"];
            /** @description How many deals are advised on. */
            deals: number;
            /** @description What is owed, most pressing first. */
            duties: components["schemas"]["InDeal_Duty"][];
            /** @description The people spoken of. */
            people: components["schemas"]["Named_PersonId"][];
            /** @description What is planned until today and not done. */
            planned: components["schemas"]["Activity"][];
            /** @description Where those stand who are spoken of, deal by deal. */
            standing: components["schemas"]["StandingIn"][];
        };
        /** @description Days with touches, by week. */
        Touches: {
            /** @description The first day of the first week. */
            first_week: components["schemas"]["Day"];
            /** @description Things we did. */
            ours: number[];
            /** @description Days on which each of them was heard, added up. */
            theirs: number[];
        };
        /** @enum {string} */
        Toward: "toward" | "away" | "neutral";
        /** @description What the history of a house says of the forecasts. */
        TrackRecord: {
            /** @description Deals that have ended. */
            closed: number;
            /** @description How many must have ended before anything is said. */
            needed: number;
            shortage?: components["schemas"]["Shortage"] | null;
            trial?: components["schemas"]["Trial"] | null;
            /** @description Those of them that were won. */
            won: number;
        };
        /** @description How a belief moved: a row a day, with the probabilities of the stages and of the levels. */
        Trajectory: {
            /** @description Behaviour's five levels on each. */
            behaviour: number[][];
            /** @description Cognition's five levels on each. */
            cognition: number[][];
            /** @description The days. */
            days: components["schemas"]["Day"][];
            /** @description Buying or using, on each. */
            phases: components["schemas"]["PhaseWord"][];
            /** @description Psychology's five levels on each. */
            psychology: number[][];
            /** @description The stages of that phase, in order, on each. */
            stages: number[][];
        };
        /** @description A point of a trend. */
        TrendPoint: {
            /** @description The day. */
            day: components["schemas"]["Day"];
            /**
             * Format: double
             * @description Probability of favouring us, or trusting us.
             */
            p: number;
        };
        /** @description The later deals, forecast. */
        Trial: {
            /** @description Each age by itself, where there are enough deals. */
            ages: components["schemas"]["AgeProof"][];
            /** @description The same, the chance set right by the earlier deals. */
            corrected: components["schemas"]["Contest"];
            /** @description Deals that had ended by `earlier_until`, which the challenger was fitted to. */
            earlier: number;
            /** @description The day on which the last of them ended. */
            earlier_until: components["schemas"]["Day"];
            /** @description Deals that ended after it, which are forecast. */
            later: number;
            /**
             * @description All ages together, each deal a witness once: the chance to win as it is shown, against the
             *     challenger.
             */
            shown: components["schemas"]["Contest"];
            /** @description Whether the chance to win as it is shown beats the challenger. */
            verdict: components["schemas"]["Winner"];
        };
        /** @description Something that no longer fits the file. */
        Unfit: {
            /** @description The path of its key. */
            key: string;
            /** @description What is wrong with it. */
            message: string;
        };
        /** @description A user. */
        User: components["schemas"]["UserFields"] & components["schemas"]["Written"] & {
            /** @description Whether they have a password to sign in with. */
            can_sign_in: boolean;
            /** @description Who. */
            id: components["schemas"]["UserId"];
            team?: components["schemas"]["Named_TeamId"] | null;
        };
        /** @description What is said of a user; the password is kept apart. */
        UserFacts: {
            email?: components["schemas"]["Email"] | null;
            /** @description Language of the screens. */
            language?: components["schemas"]["Language"];
            /** @description As colleagues know them. */
            name: components["schemas"]["Name"];
            person_id?: components["schemas"]["PersonId"] | null;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
            /** @description Over which rows. */
            scope: components["schemas"]["Scope"];
            team_id?: components["schemas"]["TeamId"] | null;
            /** @description Light or dark screens. */
            theme?: components["schemas"]["Theme"];
        };
        /** @description What is said of a user; the password is kept apart. */
        UserFields: {
            email?: components["schemas"]["Email"] | null;
            /** @description Language of the screens. */
            language?: components["schemas"]["Language"];
            /** @description As colleagues know them. */
            name: components["schemas"]["Name"];
            person_id?: components["schemas"]["PersonId"] | null;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
            /** @description Over which rows. */
            scope: components["schemas"]["Scope"];
            team_id?: components["schemas"]["TeamId"] | null;
            /** @description Light or dark screens. */
            theme?: components["schemas"]["Theme"];
        };
        /** Format: uuid */
        UserId: string;
        /** @description What decided a deal: start + days + quiet = total. */
        Verdict: {
            /**
             * Format: double
             * @description The chance to win those points stand for.
             */
            chance: number;
            /** @description What the evidence of each day did, oldest first. */
            days: components["schemas"]["VerdictDay"][];
            /** @description The deal. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            outcome?: components["schemas"]["Outcome"] | null;
            /**
             * Format: double
             * @description What the days between did.
             */
            quiet_points: number;
            /** @description Why, in the seller's words. */
            reason?: string | null;
            /**
             * Format: double
             * @description Points of a deal of which nothing is known, or at the first day accounted for. Ten points double
             *     the odds.
             */
            start_points: number;
            /**
             * Format: double
             * @description All added up.
             */
            total_points: number;
            /** @description The last day on which it was still to be won. */
            until: components["schemas"]["Day"];
        };
        /** @description A day with evidence. */
        VerdictDay: {
            /**
             * Format: double
             * @description The chance to win after it.
             */
            chance: number;
            /** @description The day. */
            day: components["schemas"]["Day"];
            /** @description What happened. */
            happened: components["schemas"]["Happened"][];
            /**
             * Format: double
             * @description Points towards winning.
             */
            points: number;
        };
        /** @description A version of the model. */
        Version: {
            /**
             * Format: int64
             * @description Deals to be settled anew with it; nothing before they were counted.
             */
            deals?: number | null;
            /** @description How many figures it changes of the version before. */
            figures: number;
            /** @description How it came about. */
            kind: components["schemas"]["VersionKind"];
            /** @description When it was made. */
            made_at: components["schemas"]["Timestamp"];
            made_by?: components["schemas"]["Named_UserId"] | null;
            /** @description As beliefs made with it name it. */
            model: string;
            /**
             * Format: int64
             * @description Counts from 1.
             */
            number: number;
            /** @description Why. */
            reason: string;
            /**
             * Format: int64
             * @description The version it goes back to; 0 is the priors file itself.
             */
            returns_to?: number | null;
            /**
             * Format: int64
             * @description Those that are.
             */
            settled: number;
            settled_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description Changes to be taken. */
        VersionBody: {
            /**
             * Format: int64
             * @description The version that they were made for. If it is no longer in force, nothing is taken.
             */
            based_on: number;
            /** @description Figures by the path of their key; nothing takes one back to its default. */
            changes: components["schemas"]["Figures"];
            /** @description Whether they come from a priors file that was read. */
            imported?: boolean;
            /** @description Why. */
            reason: string;
        };
        /** @description A version with what it changes. */
        VersionDetail: components["schemas"]["Version"] & {
            /** @description What differs between it and the priors file. */
            against_file: components["schemas"]["ChangeView"][];
            /** @description What it changes of the version before. */
            changes: components["schemas"]["ChangeView"][];
        };
        /** @enum {string} */
        VersionKind: "edit" | "import" | "learning" | "return";
        /** @description Versions, newest first. */
        Versions: {
            /** @description The versions. */
            data: components["schemas"]["Version"][];
            /** @description Whether there are earlier ones. */
            has_more: boolean;
        };
        /** @description The model's words. */
        Vocabulary: {
            /** @description What can be done, and how it can be answered. */
            actions: components["schemas"]["ActionWord"][];
            /** @description What the levels of behaviour are called. */
            behaviour: components["schemas"]["LevelNames"];
            /** @description The stages of buying, in order. */
            buy_stages: string[];
            /** @description What the levels of cognition are called. */
            cognition: components["schemas"]["LevelNames"];
            /** @description Version and digest of the priors. */
            model_version: string;
            /** @description What the levels of psychology are called. */
            psychology: components["schemas"]["LevelNames"];
            /** @description The kind of what was only heard. */
            remark: string;
            /** @description What a person can show. */
            signs: components["schemas"]["SignWord"][];
            /** @description Where records come from. */
            sources: components["schemas"]["SourceWord"][];
            /** @description The stages of using, in order. */
            use_stages: string[];
        };
        /** @description A way, and the ask that it begins with. */
        WayShown: {
            /**
             * Format: double
             * @description The chance that all of them pass it on.
             */
            chance: number;
            /** @description The ask to the first of them, in both languages. */
            draft: components["schemas"]["Drafts"];
            /** @description From the one who asks to the target. */
            hops: components["schemas"]["Hop"][];
            /** @description Who passes it on, from the first asked to the last. */
            through: components["schemas"]["PersonId"][];
        };
        /** @description Ways to somebody. */
        Ways: {
            /** @description The day they are shown for. */
            as_of: components["schemas"]["Day"];
            /** @description Who would ask: whoever owns the deal. */
            asker: components["schemas"]["Named_UserId"];
            /** @description The people spoken of. */
            people: components["schemas"]["Named_PersonId"][];
            /** @description Whoever would be asked on one of the best ways, had they not been asked lately. */
            spared: components["schemas"]["SparedShown"][];
            /** @description To whom. */
            target: components["schemas"]["Named_PersonId"];
            /** @description At most three, best first. */
            ways: components["schemas"]["WayShown"][];
        };
        /** @description What moved somebody most. */
        WeekCause: {
            /** @description Whom it moved. */
            person: components["schemas"]["Named_PersonId"];
            /**
             * Format: double
             * @description By how many points, towards where they stand today.
             */
            points: number;
            /** @description What it was. */
            title: components["schemas"]["Title"];
        };
        /** @description A deal whose chance to win changed. */
        WeekChange: {
            because?: components["schemas"]["WeekCause"] | null;
            /**
             * Format: double
             * @description Less what it was a week ago.
             */
            change: number;
            /** @description Which. */
            opportunity: components["schemas"]["Named_OpportunityId"];
            /** @description Who would buy. */
            organization: components["schemas"]["Named_OrganizationId"];
            /**
             * Format: double
             * @description The chance now.
             */
            p: number;
        };
        /** @description The chance to win, with its terms. Ten points double the odds. */
        Win: components["schemas"]["WinChance"] & {
            /**
             * Format: double
             * @description The share of the power that is met, knows the problem, is not against us and responds.
             */
            coverage: number;
            /** @description The terms, the base first. */
            terms: components["schemas"]["WinTermLine"][];
            /**
             * Format: double
             * @description The terms added up.
             */
            total_points: number;
        };
        /** @description The chance and its interval: what lists show. */
        WinChance: {
            /** @description Whether the interval is narrow enough for the number to say anything. */
            enough: boolean;
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of its 80 % interval.
             */
            low: number;
            /**
             * Format: double
             * @description The chance to win.
             */
            p: number;
        };
        /** @description A point of the chance over time. */
        WinPoint: {
            /** @description The day. */
            day: components["schemas"]["Day"];
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of its 80 % interval.
             */
            low: number;
            /**
             * Format: double
             * @description The chance to win.
             */
            p: number;
        };
        /** @description A term of the chance to win. */
        WinTermLine: {
            /** @description What it is. */
            kind: components["schemas"]["WinTermWord"];
            person?: components["schemas"]["Named_PersonId"] | null;
            /**
             * Format: double
             * @description What it adds.
             */
            points: number;
        };
        /** @enum {string} */
        WinTermWord: "base" | "support" | "veto" | "coverage" | "concept" | "overdue" | "competitor";
        /** @enum {string} */
        Winner: "model" | "challenger" | "undecided";
        /** @description Since when something has been withheld from the estimates, why, and by whom. */
        Withheld: {
            /** @description Since when. */
            at: components["schemas"]["Timestamp"];
            by?: components["schemas"]["Named_UserId"] | null;
            /** @description Why. */
            reason: components["schemas"]["Line"];
        };
        Words: string;
        /** @description When a record was written, and how often. */
        Written: {
            /** @description Birth. */
            created_at: components["schemas"]["Timestamp"];
            deleted_at?: components["schemas"]["Timestamp"] | null;
            /** @description Last change. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Changes so far; the record's ETag.
             */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_activities: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description Of this deal. */
                opportunity_id?: components["schemas"]["OpportunityId"];
                /** @description Of whoever is to do it. */
                owner_id?: components["schemas"]["UserId"];
                /** @description Only those still to be done (true), or only those that are over (false). */
                open?: boolean;
                /** @description Due by the end of this day. */
                due_until?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Activity"];
                };
            };
        };
    };
    create_activity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewActivity"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
        };
    };
    read_activity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
        };
    };
    delete_activity: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_activity: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
        };
    };
    update_cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancellationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
        };
    };
    delete_cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_effect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityEffect"];
                };
            };
        };
    };
    restore_activity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
        };
    };
    update_activity_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ActivityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDone"];
                };
            };
        };
    };
    snooze_alarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AlarmId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"];
                };
            };
        };
    };
    wake_alarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AlarmId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"];
                };
            };
        };
    };
    list_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_ApiKey"];
                };
            };
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
        };
    };
    delete_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_asks: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description For this deal. */
                opportunity_id?: components["schemas"]["OpportunityId"];
                /** @description To get to this person. */
                target_id?: components["schemas"]["PersonId"];
                /** @description Of this person. */
                person_id?: components["schemas"]["PersonId"];
                /** @description By this user. */
                by_id?: components["schemas"]["UserId"];
                /** @description Only those still waiting for an outcome (true), or only those that are over (false). */
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Ask"];
                };
            };
        };
    };
    read_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
        };
    };
    update_ask_state: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["AskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskStateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
        };
    };
    list_benefit_points: {
        parameters: {
            query: {
                /** @description Of this product. */
                product_id: components["schemas"]["ProductId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_BenefitPoint"];
                };
            };
        };
    };
    create_benefit_point: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BenefitPointFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitPoint"];
                };
            };
        };
    };
    read_benefit_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["BenefitPointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitPoint"];
                };
            };
        };
    };
    delete_benefit_point: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["BenefitPointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_benefit_point: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["BenefitPointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitPoint"];
                };
            };
        };
    };
    restore_benefit_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["BenefitPointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitPoint"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description `cursor` of the last change seen; the feed's beginning, when left out. */
                since?: string;
                /** @description Changes at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Change"];
                };
            };
        };
    };
    list_commitments: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description Of this deal. */
                opportunity_id?: components["schemas"]["OpportunityId"];
                /** @description That speak of this person. */
                person_id?: components["schemas"]["PersonId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Commitment"];
                };
            };
        };
    };
    create_commitment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitmentFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    read_commitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CommitmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    delete_commitment: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["CommitmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_commitment: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["CommitmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    dispute_commitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CommitmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentChanged"];
                };
            };
        };
    };
    end_dispute_of_commitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CommitmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentChanged"];
                };
            };
        };
    };
    restore_commitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CommitmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    list_completeness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellersCompleteness"];
                };
            };
        };
    };
    update_completeness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelShare"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
        };
    };
    read_control_board: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description Of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description Of this team and those below it. */
                team_id?: components["schemas"]["TeamId"];
                /** @description With an alarm of this kind that nobody has put off. */
                alarm?: components["schemas"]["AlarmKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ControlBoard"];
                };
            };
        };
    };
    read_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
        };
    };
    set_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
        };
    };
    reset_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
        };
    };
    delete_dismissal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProposalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_employments: {
        parameters: {
            query?: {
                /** @description Of this person. */
                person_id?: components["schemas"]["PersonId"];
                /** @description At this organization. */
                organization_id?: components["schemas"]["OrganizationId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Employment"];
                };
            };
        };
    };
    create_employment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmploymentFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Employment"];
                };
            };
        };
    };
    read_employment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["EmploymentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Employment"];
                };
            };
        };
    };
    delete_employment: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["EmploymentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_employment: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["EmploymentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Employment"];
                };
            };
        };
    };
    restore_employment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["EmploymentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Employment"];
                };
            };
        };
    };
    create_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
        };
    };
    delete_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beliefs"];
                };
            };
        };
    };
    restore_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beliefs"];
                };
            };
        };
    };
    read_forecast: {
        parameters: {
            query?: {
                /** @description Until when; in 90 days, when left out. */
                until?: components["schemas"]["Day"];
                /** @description Of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description Of this team and those below it. */
                team_id?: components["schemas"]["TeamId"];
                /** @description With an alarm of this kind that nobody has put off. */
                alarm?: components["schemas"]["AlarmKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
        };
    };
    create_interaction_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionDraft"];
                };
            };
        };
    };
    list_interactions: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description Of this deal. */
                opportunity_id?: components["schemas"]["OpportunityId"];
                /** @description That speak of this person. */
                person_id?: components["schemas"]["PersonId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Interaction"];
                };
            };
        };
    };
    create_interaction: {
        parameters: {
            query?: {
                /** @description Whether only to say what it would move. Nothing is stored. */
                preview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionFacts"];
            };
        };
        responses: {
            /** @description What it would move; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionMade"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionMade"];
                };
            };
        };
    };
    create_interactions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
        };
    };
    read_interaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
        };
    };
    delete_interaction: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_interaction: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
        };
    };
    dispute_interaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionMade"];
                };
            };
        };
    };
    end_dispute_of_interaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionMade"];
                };
            };
        };
    };
    restore_interaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
        };
    };
    list_learnings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningRuns"];
                };
            };
        };
    };
    ask_to_learn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningRun"];
                };
            };
        };
    };
    read_learning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["LearningId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningRun"];
                };
            };
        };
    };
    cancel_learning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["LearningId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningRun"];
                };
            };
        };
    };
    read_lessons: {
        parameters: {
            query?: {
                /** @description Deals of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description Deals of this team and those below it. */
                team_id?: components["schemas"]["TeamId"];
                /** @description Deals of this product. */
                product_id?: components["schemas"]["ProductId"];
                /** @description What was done since this day; for lessons, deals that ended since then. */
                since?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lessons"];
                };
            };
        };
    };
    read_lesson_deals: {
        parameters: {
            query: {
                /** @description What sort of thing a deal had to it. */
                kind: components["schemas"]["FeatureKind"];
                /** @description Which. */
                name: string;
                /** @description Deals of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description Deals of this team and those below it. */
                team_id?: components["schemas"]["TeamId"];
                /** @description Deals of this product. */
                product_id?: components["schemas"]["ProductId"];
                /** @description Deals that ended since then. */
                since?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealsBehind"];
                };
            };
        };
    };
    read_model: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelView"];
                };
            };
        };
    };
    read_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    preview_model: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
        };
    };
    list_versions: {
        parameters: {
            query?: {
                /** @description Only those before this one. */
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
        };
    };
    create_version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
        };
    };
    read_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
        };
    };
    read_priors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/toml": string;
                };
            };
        };
    };
    restore_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestorationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
        };
    };
    list_opportunities: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description Of this pipeline. */
                pipeline_id?: components["schemas"]["PipelineId"];
                /** @description At this stage. */
                stage_id?: components["schemas"]["StageId"];
                /** @description Of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description With this organization. */
                organization_id?: components["schemas"]["OrganizationId"];
                /** @description With this person among the stakeholders. */
                person_id?: components["schemas"]["PersonId"];
                /** @description Open, closed, won or lost. */
                state?: components["schemas"]["DealState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Opportunity"];
                };
            };
        };
    };
    create_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOpportunity"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
        };
    };
    list_cards: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description Of this pipeline. */
                pipeline_id?: components["schemas"]["PipelineId"];
                /** @description At this stage. */
                stage_id?: components["schemas"]["StageId"];
                /** @description Of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description With this organization. */
                organization_id?: components["schemas"]["OrganizationId"];
                /** @description With this person among the stakeholders. */
                person_id?: components["schemas"]["PersonId"];
                /** @description Open, closed, won or lost. */
                state?: components["schemas"]["DealState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Card"];
                };
            };
        };
    };
    read_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
        };
    };
    delete_opportunity: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_opportunity: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
        };
    };
    read_advice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealAdvice"];
                };
            };
        };
    };
    create_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
        };
    };
    list_choices: {
        parameters: {
            query: {
                /** @description Towards whom; somebody with a part in the deal. */
                person_id: components["schemas"]["PersonId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Choices"];
                };
            };
        };
    };
    update_closure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosureFacts"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
        };
    };
    delete_closure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_control_charts: {
        parameters: {
            query?: {
                /** @description The day to show; today, or the last one recorded, when left out. */
                at?: components["schemas"]["Day"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ControlCharts"];
                };
            };
        };
    };
    create_dismissal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissalBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dismissed"];
                };
            };
        };
    };
    list_evidence: {
        parameters: {
            query?: {
                /** @description Only what speaks of this person. */
                person_id?: components["schemas"]["PersonId"];
                /** @description Only what happened until this day. */
                at?: components["schemas"]["Day"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_EvidenceItem"];
                };
            };
        };
    };
    update_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
        };
    };
    delete_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_outlook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlook"];
                };
            };
        };
    };
    read_belief: {
        parameters: {
            query?: {
                /** @description The day to show; today, or the last one recorded, when left out. */
                at?: components["schemas"]["Day"];
                /**
                 * @description What to account for: a stage, `avoids_us` or `blocked`; what the estimate itself says, when
                 *     left out.
                 */
                target?: string;
                /** @description The phase to account for; the one that runs, when left out. */
                phase?: components["schemas"]["PhaseWord"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
                person_id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Belief"];
                };
            };
        };
    };
    create_renewal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewalBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
        };
    };
    restore_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
        };
    };
    read_room: {
        parameters: {
            query?: {
                /** @description The day to show; today, or the last one recorded, when left out. */
                at?: components["schemas"]["Day"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
        };
    };
    list_stage_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_StageChange"];
                };
            };
        };
    };
    create_stage_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStageChange"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageChange"];
                };
            };
        };
    };
    delete_stage_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
                change_id: components["schemas"]["StageChangeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_stakeholders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Stakeholder"];
                };
            };
        };
    };
    update_stakeholder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
                person_id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StakeholderBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stakeholder"];
                };
            };
        };
    };
    delete_stakeholder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
                person_id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restore_stakeholder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
                person_id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stakeholder"];
                };
            };
        };
    };
    make_supposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuppositionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supposition"];
                };
            };
        };
    };
    read_verdict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
        };
    };
    list_ways: {
        parameters: {
            query: {
                /** @description To whom. */
                person_id: components["schemas"]["PersonId"];
                /** @description The day to show; today, when left out. */
                at?: components["schemas"]["Day"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OpportunityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ways"];
                };
            };
        };
    };
    list_organization_relations: {
        parameters: {
            query: {
                /** @description With this organization at one end. */
                organization_id: components["schemas"]["OrganizationId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_OrganizationRelation"];
                };
            };
        };
    };
    create_organization_relation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationRelationFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationRelation"];
                };
            };
        };
    };
    read_organization_relation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganizationRelationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationRelation"];
                };
            };
        };
    };
    delete_organization_relation: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["OrganizationRelationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_organization_relation: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["OrganizationRelationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationRelation"];
                };
            };
        };
    };
    restore_organization_relation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganizationRelationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationRelation"];
                };
            };
        };
    };
    list_organizations: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Organization"];
                };
            };
        };
    };
    create_organization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    read_organization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    delete_organization: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_organization: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    restore_organization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
                /** @description Only people who work or have worked there. */
                organization_id?: components["schemas"]["OrganizationId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_PersonListed"];
                };
            };
        };
    };
    create_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    read_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    delete_person: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_person: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    exclude_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    end_exclusion_of_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    export_personal_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
        };
    };
    restore_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    list_pipelines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Pipeline"];
                };
            };
        };
    };
    create_pipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    read_pipeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    update_pipeline: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["PipelineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineFacts"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    delete_pipeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_board: {
        parameters: {
            query?: {
                /** @description Only deals found by these words. */
                q?: string;
                /** @description Of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description Open, closed, won or lost; open, when left out. */
                state?: components["schemas"]["DealState"];
            };
            header?: never;
            path: {
                id: components["schemas"]["PipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
        };
    };
    restore_pipeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    read_playbook: {
        parameters: {
            query?: {
                /** @description Deals of this owner. */
                owner_id?: components["schemas"]["UserId"];
                /** @description Deals of this team and those below it. */
                team_id?: components["schemas"]["TeamId"];
                /** @description Deals of this product. */
                product_id?: components["schemas"]["ProductId"];
                /** @description What was done since this day; for lessons, deals that ended since then. */
                since?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    list_products: {
        parameters: {
            query?: {
                /** @description Rows on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only what is found by these words. */
                q?: string;
                /** @description Whether to count the whole list, which costs more than the page. */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Product"];
                };
            };
        };
    };
    create_product: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
        };
    };
    read_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
        };
    };
    delete_product: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_product: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
        };
    };
    restore_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
        };
    };
    read_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseProof"];
                };
            };
        };
    };
    compute_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseProof"];
                };
            };
        };
    };
    find: {
        parameters: {
            query: {
                /** @description What was typed: names, their beginnings, Chinese or pinyin, words of a note. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Find"];
                };
            };
        };
    };
    read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    create_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    update_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    read_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
        };
    };
    create_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    list_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Team"];
                };
            };
        };
    };
    create_team: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    read_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    delete_team: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_team: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    restore_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    list_ties: {
        parameters: {
            query: {
                /** @description With this person at one end. */
                person_id: components["schemas"]["PersonId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_Tie"];
                };
            };
        };
    };
    create_tie: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TieFacts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tie"];
                };
            };
        };
    };
    read_tie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TieId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tie"];
                };
            };
        };
    };
    delete_tie: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TieId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_tie: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TieId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tie"];
                };
            };
        };
    };
    restore_tie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TieId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tie"];
                };
            };
        };
    };
    read_today: {
        parameters: {
            query?: {
                /** @description Whose day; your own, when left out. */
                user_id?: components["schemas"]["UserId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOf_User"];
                };
            };
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    read_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    delete_user: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_user: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    update_user_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restore_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    read_vocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
                };
            };
        };
    };
}
